import { runConfined } from '../../../platform/confined-worker/run-confined.ts'
import { firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import type { FileAnswer } from '../../../platform/http/operation.ts'
import type { Language } from '../../../values/language.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import { type LoadedCase, unitsOfCase } from '../../cases/index.ts'
import {
  frozenProgramme,
  inLanguage,
  isEligible,
  type Programme,
  programmeById,
} from '../../programmes/index.ts'
import type { FormFact } from '../facts.ts'
import { type LineValues, formVersion as templateVersion } from '../rules/fields.ts'
import { lastAppliedHeader } from '../storage/form-versions.ts'
import type { TradeInFormInput } from '../workbook/input.ts'
import { writeTradeInForm } from '../workbook/write-trade-in-form.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const fileName = (language: Language, part: string) =>
  `${language === 'de' ? 'Formular-Inzahlungnahme' : 'trade-in-form'}-${part}.xlsx`

/** Lines that are written beside requests; 10,000 take more than a second and would hold everybody up. */
const FEW_LINES = 300

async function written(input: TradeInFormInput): Promise<Uint8Array> {
  if (input.lines.length <= FEW_LINES) return writeTradeInForm(input)
  const file = await runConfined<Uint8Array>({
    module: new URL('../workbook/write-trade-in-form.ts', import.meta.url),
    exportName: 'writeTradeInForm',
    input,
    limits: { seconds: 60, megabytes: 600 },
  })
  if (isRefused(file)) throw new Error(`the form could not be written: ${file.refused}`)
  return file
}

const head = (programme: Programme, language: Language, today: string) => ({
  language,
  programme: { id: programme.id, version: programme.version, name: inLanguage(programme.name, language) },
  skus: programme.parts
    .filter(({ sku }) => isEligible(programme, sku, today))
    .map(({ sku, description }) => ({ sku, description })),
})

/** The form before there is a case: every SKU that is accepted today to choose from. */
export async function blankForm(
  { db, clock }: House<FormFact>,
  programmeId: string,
  language: Language,
): Promise<FileAnswer | Refusal<'programme-not-found', { programme: string }>> {
  const row = await firstRow(db, programmeById, [programmeId])
  const frozen = row && (await frozenProgramme(db, programmeId, row.current))
  if (frozen === undefined) return { refused: 'programme-not-found', programme: programmeId }
  const input = head(frozen.programme, language, clock().slice(0, 10))
  return {
    file: await writeTradeInForm({
      ...input,
      caseNumber: null,
      header: { formVersion: templateVersion, programme: input.programme.name },
      lines: [],
    }),
    mediaType: XLSX,
    fileName: fileName(language, programmeId),
  }
}

/** The form of a case, with every device and all that is known of it: what comes back changes only what was written in. */
export async function formOfCase(
  { db }: House<FormFact>,
  { row, programme, catalogue }: LoadedCase,
  language: Language,
): Promise<FileAnswer> {
  const units = await rows(db, unitsOfCase, [row.id])
  const said = (await firstRow(db, lastAppliedHeader, [row.id]))?.header ?? {}
  const input = head(programme, language, row.order_placed_on)
  const file = await written({
    ...input,
    caseNumber: row.id,
    header: {
      ...said,
      formVersion: templateVersion,
      programme: input.programme.name,
      case: row.id,
      orderNumber: row.order_number,
      purchaseOrder: row.purchase_order,
      orderDate: row.order_placed_on,
      customer: row.customer_name,
      account: row.customer_account,
      currency: row.currency,
    },
    lines: units.map((unit) => ({
      ...(unit.details as Partial<LineValues>),
      row: unit.row,
      sku: unit.sku,
      description: catalogue.bySku(unit.sku)?.description ?? null,
      quantity: 1,
      serial: unit.serial,
      route: unit.route,
    })),
  })
  return { file, mediaType: XLSX, fileName: fileName(language, row.id) }
}
