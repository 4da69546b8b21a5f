import { type Database, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { dayAt } from '../../../values/calendar.ts'
import type { Language } from '../../../values/language.ts'
import type { LoadedCase } from '../../cases/index.ts'
import type { FormFact } from '../facts.ts'
import type { ReadContext } from '../reader/read-form.ts'
import { maxLines } from '../rules/fields.ts'
import type { CaseFinding, FormReading } from '../rules/reading.ts'
import { mappingsOfCustomer, skusOfCase } from '../storage/form-versions.ts'
import { type Understood, understand } from './understand.ts'
import { wordProblem } from './word-problems.ts'

/** What a file is held against while it is read: catalogue, devices and rules of the case it was sent to. */
export async function contextOfCase(
  { db, clock }: Pick<House<FormFact>, 'db' | 'clock'>,
  { row, catalogue, programme }: LoadedCase,
  language: Language,
): Promise<ReadContext> {
  const [owed, remembered] = await Promise.all([
    rows(db, skusOfCase, [row.id]),
    rows(db, mappingsOfCustomer, [row.customer_id, row.id]),
  ])
  return {
    language,
    skus: catalogue.parts.map(({ sku }) => sku),
    parts: catalogue.parts.map(({ sku, family, kind, assemblyPartNumbers }) => ({
      sku,
      family,
      kind,
      assemblyPartNumbers,
    })),
    owed: owed.map(({ sku }) => sku),
    remembered: remembered.map(({ signature, mapping, in_this_case }) => ({
      signature: signature.toString('hex'),
      mapping,
      inThisCase: in_this_case,
    })),
    caseNumber: row.id,
    maxLines,
    currencies: programme.currencies,
    today: dayAt(clock(), row.time_zone),
  }
}

export interface Judged {
  readonly outcome: 'read' | 'read-with-problems' | 'confirm-columns'
  /** Errors; warnings do not count. */
  readonly problems: number
  readonly reading: FormReading
  readonly diff: Understood['diff']
}

/** A reading held against the case as it stands now: what it would change, and what only the case can find wrong. */
export async function judge(
  { db, texts }: { readonly db: Database; readonly texts: House<FormFact>['texts'] },
  loaded: LoadedCase,
  reading: FormReading,
  language: Language,
): Promise<Judged> {
  const errors = ({ problems }: FormReading) => problems.filter(({ severity }) => severity === 'error').length
  if (reading.outcome === 'confirm-columns')
    return { outcome: reading.outcome, problems: errors(reading), reading, diff: [] }
  const understood = await understand(db, loaded, reading.lines)
  const ofCase: readonly CaseFinding[] = understood.problems.map((problem) => ({ ...problem }))
  const problems = [
    ...reading.problems,
    ...ofCase.map((problem) => wordProblem({ texts }, problem, reading.place, language)),
  ]
  const outcome = problems.length === 0 ? 'read' : 'read-with-problems'
  const whole: FormReading = {
    ...reading,
    outcome,
    problems,
    findings: [...(reading.findings ?? []), ...ofCase],
  }
  return { outcome, problems: errors(whole), reading: whole, diff: understood.diff }
}
