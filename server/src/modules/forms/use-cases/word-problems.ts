import type { House } from '../../../platform/house.ts'
import type { Language } from '../../../values/language.ts'
import type { FormFact } from '../facts.ts'
import { problemOf } from '../reader/problems.ts'
import type { ApplyProblem } from '../rules/diff.ts'
import type { LineKey } from '../rules/fields.ts'
import type { CaseFinding, FormReading, Problem } from '../rules/reading.ts'

/** The column that a problem of the case is about. */
const columnOfRefusal: Readonly<Record<ApplyProblem['refused'], LineKey>> = {
  'line-row-unknown': 'row',
  'line-sku-differs': 'sku',
  'line-unit-left': 'sku',
  'serial-malformed': 'serial',
  'serial-repeated': 'serial',
  'serial-reserved': 'serial',
  'serial-swap': 'serial',
  'serial-locked': 'serial',
  'unit-not-in-case': 'row',
  'route-locked': 'route',
  'route-not-offered': 'route',
}

/** A problem that only the case can show (its serial is taken, its way is closed), in words and with its cell. */
export function wordProblem(
  { texts }: Pick<House<FormFact>, 'texts'>,
  problem: CaseFinding,
  place: FormReading['place'],
  language: Language,
): Problem {
  const { refused, ...data } = problem
  const key: LineKey | undefined = columnOfRefusal[refused as ApplyProblem['refused']]
  const column = key === undefined ? undefined : (place?.columns[key] ?? place?.columns.sku)
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  return {
    code: refused,
    severity: 'error',
    sheet: data.sheetRow === null ? null : (place?.sheet ?? null),
    cell: data.sheetRow === null || column === undefined ? null : `${column}${data.sheetRow}`,
    found: text(data['found']),
    expected: text(data['expected']),
    message: texts.detailOf(language, refused, data),
  }
}

/** All problems of a form in the words of whoever reads them now, whatever language it was handed in with. */
export const problemsIn = (
  house: Pick<House<FormFact>, 'texts'>,
  { problems, findings, place }: FormReading,
  language: Language,
): readonly Problem[] =>
  findings?.map((finding) =>
    'refused' in finding ? wordProblem(house, finding, place, language) : problemOf(finding, language),
  ) ?? problems
