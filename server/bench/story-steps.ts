/** The story that is measured: register an order with 10 units, open its case, upload its filled form. */
import { randomUUID } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { writeTradeInForm } from '../src/modules/forms/workbook/write-trade-in-form.ts'
import { readProgrammeFile } from '../src/modules/programmes/index.ts'
import { isRefused } from '../src/values/refusal.ts'
import { submitterAndPickup } from '../test/fixtures/required-header.ts'
import { type Client, expectStatus } from './client.ts'

const programmeFile = new URL('../../programmes/juniper-tmip.yaml', import.meta.url).pathname
const tradeIns = [
  { sku: 'MX480BASE-AC', quantity: 4 },
  { sku: 'MIC-3D-20GE-SFP', quantity: 6 },
]
const skus = tradeIns.flatMap(({ sku, quantity }) => Array.from({ length: quantity }, () => sku))

export const orderOfUnits = (units: readonly object[]) => ({
  number: `SO-${randomUUID()}`,
  programme: 'juniper-tmip',
  customerAccount: 'C-1001',
  purchaseOrder: 'PO-77',
  placedOn: new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10),
  currency: 'EUR',
  lines: [{ sku: 'MX304', quantity: 1 }],
  tradeIns: units,
})
export const orderOfTenUnits = () => orderOfUnits(tradeIns)

/** A form without a problem and without a case number, with one device a line. */
export async function filledForm(
  devices: readonly { readonly sku: string; readonly serial: string }[],
): Promise<Uint8Array> {
  const programme = readProgrammeFile(programmeFile, 'en')
  if (isRefused(programme)) throw new Error('the programme file is broken')
  return writeTradeInForm({
    language: 'en',
    programme: { id: programme.id, version: programme.version, name: programme.name.en ?? programme.id },
    caseNumber: null,
    header: {
      orderNumber: 'SO-4711',
      orderDate: '2026-09-30',
      customer: 'Rheinnetz GmbH',
      ...submitterAndPickup,
      currency: 'EUR',
      soleOwner: true,
      authorisedChannel: true,
      title: true,
      dataRemoved: true,
      batteries: false,
    },
    lines: devices.map((device, index) => ({ ...device, row: index + 1, quantity: 1, route: 'return' })),
    skus: programme.parts.map(({ sku, description }) => ({ sku, description })),
  })
}

/**
 * Forms for the 10 units, each with serial numbers of its own. The first is written by the product; the others are it
 * with other serial numbers, for writing one takes longer than a whole story.
 */
export async function filledForms(count: number): Promise<Uint8Array[]> {
  const written = await filledForm(skus.map((sku, index) => ({ sku, serial: `SERIAL${index}` })))
  const parts = Object.entries(unzipSync(written))
  const withSerials = parts.filter(([, content]) => strFromU8(content).includes('SERIAL0'))
  return Array.from({ length: count }, (_, index) => {
    const prefix = `B${index.toString(36).toUpperCase().padStart(5, '0')}`
    const changed = withSerials.map(
      ([name, content]) => [name, strToU8(strFromU8(content).replaceAll('SERIAL', prefix))] as const,
    )
    return zipSync({ ...Object.fromEntries(parts), ...Object.fromEntries(changed) })
  })
}

export interface Steps {
  readonly order: { readonly id: string; readonly number: string }
  readonly caseId: string
  readonly formSha256: string
}

/** Three requests, one after the other, each with an Idempotency-Key; throws when one is not answered 201. */
export async function tellStory(client: Client, form: Uint8Array): Promise<Steps> {
  const { body: order } = expectStatus(201, await client.post('/orders', orderOfTenUnits()))
  const opened = expectStatus(201, await client.post('/cases', { orderNumber: order.number }))
  const uploaded = expectStatus(201, await client.upload(`/cases/${opened.body.id}/forms`, form))
  if (uploaded.body.errors !== 0) throw new Error(JSON.stringify(uploaded.body.problems))
  return { order, caseId: opened.body.id, formSha256: uploaded.body.sha256 }
}
