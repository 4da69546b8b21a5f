import {
  declarationKeys,
  type HeaderKey,
  type HeaderValues,
  headerFields,
  type RequiredWhen,
} from './fields.ts'
import type { Finding } from './findings.ts'
import type { FormLine } from './reading.ts'

/** The cell in which each header field's value stands, or should stand. */
export type HeaderPlaces = ReadonlyMap<HeaderKey, { readonly sheet: string; readonly cell: string }>

/** What the header lacks, given the lines, and whether it belongs to the case it was sent to. */
export function headerFindings(
  header: Partial<HeaderValues>,
  lines: readonly FormLine[],
  places: HeaderPlaces,
  /** Fields whose cell was filled with something unreadable: they have their own finding and are not missing. */
  unreadable: ReadonlySet<HeaderKey>,
  cases: { readonly template: string | null; readonly expected: string | null },
): Finding[] {
  const findings: Finding[] = []
  const at = (key: HeaderKey): Pick<Finding, 'sheet' | 'cell' | 'field'> => ({
    ...places.get(key),
    field: `header.${key}`,
  })
  const applies: Readonly<Record<RequiredWhen, boolean>> = {
    always: true,
    'when-returning': lines.some((line) => line.route === 'return'),
    'when-data-bearing': lines.some((line) => line.dataBearing === true),
    'with-partner': (header.partner ?? null) !== null,
    'with-contract': false,
    'with-customs-value': lines.some((line) => line.customsValue !== null),
  }
  for (const { key, required } of headerFields) {
    if (required === undefined || !applies[required]) continue
    if ((header[key] ?? null) !== null || unreadable.has(key)) continue
    const always = required === 'always'
    findings.push({
      code: always ? 'required' : 'still-missing',
      severity: always ? 'error' : 'warning',
      ...at(key),
      ...(always && { expected: { kind: 'filled' } }),
    })
  }
  for (const key of declarationKeys) {
    if (key === 'batteries' || header[key] !== false) continue
    findings.push({
      code: 'declaration-denied',
      severity: 'warning',
      ...at(key),
      expected: { kind: 'yes' },
    })
  }
  const named = cases.template ?? header.case ?? null
  const written = [cases.template, header.case ?? null].filter((name) => name !== null)
  const wanted = cases.expected ?? cases.template
  const foreign = written.find((name) => wanted !== null && name.toUpperCase() !== wanted.toUpperCase())
  if (named !== null && wanted !== null && foreign !== undefined)
    findings.push({
      code: 'wrong-case',
      severity: 'error',
      ...at('case'),
      found: foreign,
      expected: { kind: 'same-case', values: { case: wanted } },
    })
  return findings
}
