import { createHash } from 'node:crypto'
import { columnLetters, isBlank } from '../../rules/cells.ts'
import type {
  ColumnReason,
  ColumnSuggestion,
  MappedField,
  RememberedMapping,
  SuggestedColumns,
} from '../../rules/column-mapping.ts'
import type { PartIndex } from '../../rules/lead-to-sku.ts'
import { problemsMark } from '../../rules/marks.ts'
import { isMarked } from '../layout.ts'
import { fieldsNamed, plainHeading } from '../vocabulary.ts'
import type { Row, Workbook } from '../workbook.ts'
import { type ColumnContents, contentsOf } from './column-contents.ts'

/** Headings stand within so many rows of the top, and so many lines below show what a column holds. */
const [topRows, sampleRows, mostColumns, mostSheets] = [60, 400, 60, 12]

/**
 * Which sheet, row and columns of somebody's own list hold what a form would: by the names in the headings and by what
 * stands below, each with how certain it is and why. Null when nothing in the file names or looks like devices.
 */
export function suggestColumns(
  workbook: Workbook,
  parts: PartIndex | null,
  remembered: readonly RememberedMapping[],
): SuggestedColumns | null {
  let best: { found: SuggestedColumns; worth: number } | null = null
  for (const sheet of workbook.sheets.filter(({ hidden }) => !hidden).slice(0, mostSheets)) {
    const rows: Row[] = []
    sheet.read((row) => rows.push(row) < topRows + sampleRows)
    if (isMarked(rows, problemsMark)) continue
    for (const headingRow of headingRows(rows)) {
      const found = suggestOn(sheet.name, rows, headingRow, parts, remembered)
      const worth = worthOf(found)
      if (best === null || worth > best.worth) best = { found, worth }
    }
  }
  return best !== null && best.worth >= leastWorth ? best.found : null
}

/** Rows that may be the headings, and 0 for none: the three with most known names, since notes above name things too. */
function headingRows(rows: readonly Row[]): readonly number[] {
  const named = rows.slice(0, topRows).flatMap((row) => {
    const texts = [...row.cells.values()].filter(({ kind }) => kind === 'text').slice(0, mostColumns)
    const count = new Set(texts.flatMap(({ text }) => fieldsNamed(text)[0]?.field ?? [])).size
    return count > 0 ? [{ number: row.number, count }] : []
  })
  named.sort((one, other) => other.count - one.count || one.number - other.number)
  return [...named.slice(0, 3).map(({ number }) => number), 0]
}

/** A list needs something that names the device; anything beside it only makes it likelier. */
const leastWorth = 0.6
function worthOf({ columns, remembered, headingRow }: SuggestedColumns): number {
  const of = (...fields: MappedField[]): number =>
    Math.max(
      0,
      ...columns.map(({ field, confidence }) => (field !== null && fields.includes(field) ? confidence : 0)),
    )
  const device = of('sku', 'partNumber')
  const serial = of('serial')
  const others = columns.filter(({ field }) => field !== null).length
  // Under 0.6 both together: a list of people has numbers and types too.
  if (device < 0.5 && serial < 0.7) return 0
  return device + serial + 0.1 * others + (headingRow > 0 ? 0.05 : 0) + (remembered ? 10 : 0)
}

function suggestOn(
  sheet: string,
  rows: readonly Row[],
  headingRow: number,
  parts: PartIndex | null,
  remembered: readonly RememberedMapping[],
): SuggestedColumns {
  const headings = rows.find(({ number }) => number === headingRow)
  const lines = rows.filter(({ number }) => number > headingRow)
  const columns = [...new Set(lines.concat(headings ?? []).flatMap(({ cells }) => [...cells.keys()]))]
    .sort((one, other) => one - other)
    .filter((column) => [headings, ...lines].some((row) => !isBlank(row?.cells.get(column))))
    .slice(0, mostColumns)
    .map((column) => ({
      column: columnLetters(column),
      heading: headings?.cells.get(column)?.text.trim().slice(0, 80) || null,
      contents: contentsOf(
        lines.map(({ cells }) => cells.get(column)),
        parts,
      ),
    }))
  const signature = headings === undefined ? null : signatureOf(columns)
  const known = remembered.find((one) => signature !== null && one.signature === signature)
  const plain = (
    one: (typeof columns)[number],
  ): Omit<ColumnSuggestion, 'field' | 'confidence' | 'reasons'> => ({
    column: one.column,
    heading: one.heading,
    samples: one.contents.samples,
  })
  if (known !== undefined)
    return {
      sheet,
      headingRow,
      signature,
      remembered: true,
      route: known.mapping.route,
      columns: columns.map((one) => ({
        ...plain(one),
        field: known.mapping.columns[one.column] ?? null,
        confidence: 1,
        reasons: [],
      })),
      confirmed: null,
    }
  const chosen = assign(columns.flatMap((one) => guesses(one.column, one.heading, one.contents)))
  return {
    sheet,
    headingRow,
    signature,
    remembered: false,
    route: null,
    columns: columns.map((one) => {
      const guess = chosen.get(one.column)
      return {
        ...plain(one),
        field: guess?.field ?? null,
        confidence: guess === undefined ? 0 : Math.round(guess.confidence * 100) / 100,
        reasons: guess?.reasons ?? [],
      }
    }),
    confirmed: null,
  }
}

const signatureOf = (
  columns: readonly { readonly column: string; readonly heading: string | null }[],
): string =>
  createHash('sha256')
    .update(JSON.stringify(columns.map(({ column, heading }) => [column, plainHeading(heading ?? '')])))
    .digest('hex')

interface Guess {
  readonly column: string
  readonly field: MappedField
  readonly confidence: number
  readonly reasons: readonly ColumnReason[]
}

/** The surest guess first; each column and each field once. */
function assign(guesses: readonly Guess[]): ReadonlyMap<string, Guess> {
  const chosen = new Map<string, Guess>()
  const given = new Set<MappedField>()
  for (const guess of [...guesses].sort((one, other) => other.confidence - one.confidence)) {
    if (chosen.has(guess.column) || given.has(guess.field) || guess.confidence < 0.4) continue
    chosen.set(guess.column, guess)
    given.add(guess.field)
  }
  return chosen
}

/** Fields of which the cells themselves can tell, and by what. */
const evidence: Readonly<
  Partial<
    Record<
      MappedField,
      { readonly of: (contents: ColumnContents) => number | null; readonly code: ColumnReason['code'] }
    >
  >
> = {
  sku: { of: ({ skus }) => skus, code: 'skus' },
  partNumber: { of: ({ partNumbers }) => partNumbers, code: 'part-numbers' },
  serial: { of: ({ serials }) => serials, code: 'serials' },
  quantity: { of: ({ numbers }) => numbers, code: 'numbers' },
  supportEnds: { of: ({ days }) => days, code: 'days' },
}
/** Of these the cells alone are enough; numbers and days may be anything. */
const unmistakable: readonly MappedField[] = ['sku', 'partNumber', 'serial']

function guesses(column: string, heading: string | null, contents: ColumnContents): Guess[] {
  const named = heading === null ? [] : fieldsNamed(heading).slice(0, 4)
  const made = new Map<MappedField, Guess>()
  for (const { field, likeness } of named) {
    const reasons: ColumnReason[] = [{ code: likeness === 1 ? 'name' : 'name-similar' }]
    const seen = contents.filled === 0 ? null : (evidence[field]?.of(contents) ?? null)
    const code = evidence[field]?.code
    if (seen === null || code === undefined) {
      made.set(field, { column, field, confidence: 0.8 * likeness, reasons })
      continue
    }
    const percent = Math.round(seen * 100)
    // A customer's own article numbers stand under "SKU" too, and "S/N" may be the row's number.
    const confidence = seen < 0.1 ? 0.45 * likeness : Math.min(0.99, 0.7 * likeness + 0.3 * seen)
    made.set(field, {
      column,
      field,
      confidence,
      reasons: [...reasons, seen < 0.1 ? { code: 'contradicted', percent } : { code, percent }],
    })
  }
  for (const field of unmistakable) {
    const seen = evidence[field]?.of(contents) ?? 0
    const code = evidence[field]?.code
    if (contents.filled < 2 || seen < 0.6 || code === undefined || made.has(field)) continue
    const isElse = named.some((match) => match.likeness === 1 && match.field !== field)
    // What a heading calls otherwise (asset tag, contract) only looks like it; the SKU column looks like nothing else.
    const confidence = (field === 'serial' ? 0.75 : 0.85) * seen * (isElse && field === 'serial' ? 0.6 : 1)
    made.set(field, { column, field, confidence, reasons: [{ code, percent: Math.round(seen * 100) }] })
  }
  return [...made.values()]
}
