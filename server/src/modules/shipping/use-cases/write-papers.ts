import { firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import type { FileAnswer } from '../../../platform/http/operation.ts'
import { dayAt } from '../../../values/calendar.ts'
import type { Language } from '../../../values/language.ts'
import type { Refusal } from '../../../values/refusal.ts'
import { type LoadedCase, unitsOfCase } from '../../cases/index.ts'
import { lastAppliedHeader, pickupAddress } from '../../forms/index.ts'
import { inLanguage, type Programme } from '../../programmes/index.ts'
import type { ShippingFact } from '../facts.ts'
import { shippingInstructions } from '../papers/shipping-instructions.ts'
import { shippingLabel } from '../papers/shipping-label.ts'
import type { ShipmentRow } from '../storage/shipments.ts'

const PDF = 'application/pdf'

const countryName = (code: string, language: Language): string =>
  new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code
const markingOf = (programme: Programme, caseNumber: string, language: Language): string =>
  inLanguage(programme.shipping.boxMarking, language).replaceAll('{case}', caseNumber)
const prepaidBy = ({ name, service, account, prepaid }: Programme['shipping']['carriers'][number]) =>
  prepaid ? { carrier: name, service, accountReference: account } : null

/** One 4 x 6 inch page per package. */
export async function labelPaper(
  house: House<ShippingFact>,
  { row, programme }: LoadedCase,
  shipment: ShipmentRow,
  { language, paper }: { language: Language; paper: 'label' | 'a4' | 'letter' },
): Promise<FileAnswer> {
  const site = programme.sites.find(({ id }) => id === shipment.site)
  const carrier = programme.shipping.carriers.find(({ code }) => code === shipment.carrier)
  if (site === undefined || carrier === undefined)
    throw new Error(`shipment ${row.id}/${shipment.number} names what its programme has not`)
  const header = (await firstRow(house.db, lastAppliedHeader, [row.id]))?.header ?? {}
  const file = await shippingLabel({
    language,
    paper,
    programme: { vendor: programme.vendor },
    caseNumber: row.id,
    from: [row.customer_name, ...pickupAddress(header)],
    to: [...site.address, countryName(site.country, language)],
    package: { number: 'each', of: shipment.packages, weightKilograms: shipment.weight_kg },
    trackingNumber: shipment.tracking_number,
    boxMarking: markingOf(programme, row.id, language),
    prepaid: prepaidBy(carrier),
    preparedOn: dayAt(shipment.created_at, row.time_zone),
  })
  return {
    file,
    mediaType: PDF,
    fileName: `${language === 'de' ? 'Versandetikett' : 'shipping-label'}-${row.id}-${shipment.number}.pdf`,
  }
}

export async function instructionsPaper(
  house: House<ShippingFact>,
  { row, programme, catalogue }: LoadedCase,
  { language, paper }: { language: Language; paper: 'a4' | 'letter' },
): Promise<FileAnswer | Refusal<'instructions-not-sent'>> {
  const site = programme.sites.find(({ id }) => id === row.instructions_site)
  if (row.instructions_sent_at === null || site === undefined) return { refused: 'instructions-not-sent' }
  const units = (await rows(house.db, unitsOfCase, [row.id])).filter(
    ({ route, state }) => route === 'return' && ['owed', 'identified', 'in-transit'].includes(state),
  )
  const [carrier] = programme.shipping.carriers
  const file = await shippingInstructions({
    language,
    paper,
    programme: { name: inLanguage(programme.name, language), vendor: programme.vendor },
    caseNumber: row.id,
    orderNumber: row.order_number,
    customer: { name: row.customer_name },
    dueOn: row.due_on,
    to: [...site.address, countryName(site.country, language)],
    prepaid: carrier === undefined ? null : prepaidBy(carrier),
    packing: inLanguage(programme.shipping.packing, language),
    boxMarking: markingOf(programme, row.id, language),
    contact: programme.mailbox,
    units: units.map((unit) => ({
      row: unit.row,
      sku: unit.sku,
      description: catalogue.bySku(unit.sku)?.description ?? '',
      serial: unit.serial,
    })),
    preparedOn: dayAt(row.instructions_sent_at, row.time_zone),
  })
  return {
    file,
    mediaType: PDF,
    fileName: `${language === 'de' ? 'Versandanweisungen' : 'shipping-instructions'}-${row.id}.pdf`,
  }
}
