import { CsvError, parse } from 'csv-parse/sync'
import { message } from '../../../messages/index.ts'
import type { Language } from '../../../values/language.ts'
import { nearWords } from '../../../values/near-words.ts'
import type { Refusal } from '../../../values/refusal.ts'
import { normaliseSku } from '../../../values/sku.ts'
import { expectedText, type Problem } from './problems.ts'
import { type Part, part } from './schema/scope.ts'

/** The parts of a programme, found by what people and inventories call them. */
export interface Catalogue {
  readonly parts: readonly Part[]
  readonly bySku: (sku: string) => Part | undefined
  /** By the number that `show chassis hardware` prints; several SKUs may share an assembly. */
  readonly byAssembly: (partNumber: string) => readonly Part[]
  /** SKUs that may have been meant, nearest first: a slip of the keys, or a name cut short. */
  readonly suggest: (sku: string) => readonly string[]
}

export const catalogueOf = (parts: readonly Part[]): Catalogue => {
  const skus = new Map(parts.map((one) => [one.sku, one]))
  const assemblies = new Map<string, Part[]>()
  for (const one of parts)
    for (const number of one.assemblyPartNumbers)
      assemblies.set(number, [...(assemblies.get(number) ?? []), one])
  return {
    parts,
    bySku: (sku) => skus.get(normaliseSku(sku)),
    byAssembly: (partNumber) => assemblies.get(partNumber.trim().toUpperCase()) ?? [],
    suggest: (raw) => {
      const sku = normaliseSku(raw)
      if (sku.length < 3) return []
      const near = nearWords(sku, skus.keys(), 5)
      // `MX240` is the start of its bundles; `MX-MPC2E-3D-Q-R-B` is a licence bundle of the card it starts with.
      const longer = [...skus.keys()].filter((known) => known.startsWith(sku))
      const shorter = [...skus.keys()].filter((known) => known.length >= 5 && sku.startsWith(`${known}-`))
      shorter.sort((one, other) => other.length - one.length)
      return [...new Set([...near, ...shorter, ...longer])].slice(0, 5)
    },
  }
}

export type CatalogueInvalid = Refusal<'catalogue-invalid', { readonly problems: readonly Problem[] }>

const columns = [
  'sku',
  'family',
  'kind',
  'description',
  'assembly_part_numbers',
  'serialised',
  'weight_kg',
] as const

/**
 * Read the catalogue's CSV: UTF-8, commas, the header above in this order; assembly part numbers separated by blanks,
 * `serialised` yes or no, weight in kilograms with a point or empty. Answers all problems; their column is the field.
 */
export function loadCatalogue(csvText: string, language: Language): Catalogue | CatalogueInvalid {
  const problem = (
    key: CsvProblem,
    line: number,
    column: string,
    found: string,
    wanted?: string,
  ): Problem => {
    const expected = wanted ?? message(language, 'programmes', `${key}Expected` as 'csvFieldsExpected')
    const field = (columns as readonly string[]).indexOf(column)
    return {
      code: key,
      line,
      column: 1 + Math.max(0, field),
      path: column,
      found,
      expected,
      message: message(language, 'programmes', key, { column, found, expected }),
    }
  }
  let rows: readonly { record: string[]; info: { lines: number } }[]
  try {
    // Rows are split before they are checked: the parser alone would stop at the first that has a field too many.
    rows = parse(csvText, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as never
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return {
      refused: 'catalogue-invalid',
      problems: [problem('csvQuotes', Number(error['lines'] ?? 1), '', '')],
    }
  }
  const header = rows[0]?.record.map((name) => name.trim()).join(',') ?? ''
  if (header !== columns.join(','))
    return { refused: 'catalogue-invalid', problems: [problem('csvHeader', 1, '', header)] }

  const problems: Problem[] = []
  const parts: Part[] = []
  const seen = new Map<string, number>()
  for (const {
    record,
    info: { lines: line },
  } of rows.slice(1)) {
    if (record.length !== columns.length) {
      problems.push(problem('csvFields', line, '', String(record.length)))
      continue
    }
    const [sku, family, kind, description, assemblies, serialised, weight] = record.map((field) =>
      field.trim(),
    ) as [string, string, string, string, string, string, string]
    const checked = part.safeParse({
      sku,
      family,
      kind,
      description,
      assemblyPartNumbers: assemblies === '' ? [] : assemblies.split(/\s+/),
      serialised: serialised === 'yes' ? true : serialised === 'no' ? false : serialised,
      weightKg: weight === '' ? undefined : Number(weight),
    })
    if (!checked.success)
      for (const issue of checked.error.issues) {
        const place = [
          'sku',
          'family',
          'kind',
          'description',
          'assemblyPartNumbers',
          'serialised',
          'weightKg',
        ].indexOf(String(issue.path[0]))
        problems.push(
          problem('csvValue', line, columns[place] ?? '', record[place] ?? '', expectedText(issue, language)),
        )
      }
    else if (seen.has(sku)) problems.push(problem('csvRepeated', line, 'sku', sku))
    else {
      seen.set(sku, line)
      parts.push(checked.data)
    }
  }
  return problems.length > 0 ? { refused: 'catalogue-invalid', problems } : catalogueOf(parts)
}

type CsvProblem = 'csvQuotes' | 'csvHeader' | 'csvFields' | 'csvValue' | 'csvRepeated'
