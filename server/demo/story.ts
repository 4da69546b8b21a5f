/**
 * The whole job on a running server: one order returned, one destroyed and proved by a scanned JPEG, one by a PDF.
 * It speaks to the public API only and leaves every file it sent or received in a folder, to be looked at.
 */
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fillForm, requiredHeader } from '../test/fill-form.ts'
import { readPaper } from '../test/read-paper.ts'
import { fillWithLibreOffice, findLibreOffice, type Values } from './fill-with-libreoffice.ts'
import { chapter, currentStep, expectThat, step, stepCount, tell } from './narrator.ts'
import { asOneJpeg, asPdf, signedAndScanned } from './scanned-page.ts'
import { isThere, type Person, signIn } from './stranger.ts'

const address = (process.env['TMIP_ADDRESS'] ?? 'http://127.0.0.1:3000').replace(/\/$/, '')
/** As `npm start` prints it; of the sample world, which no production server has. */
const password = process.env['TMIP_PASSWORD'] ?? 'sample-password-2026'

interface Cast {
  readonly customer: Person
  readonly desk: Person
  readonly dock: Person
}
interface Deal {
  readonly orderId: string
  readonly orderNumber: string
  readonly caseId: string
}

if (!(await isThere(address))) {
  process.stderr.write(
    `No server answers at ${address}. Start one with \`npm start\` in another terminal and wait until it prints its address; TMIP_ADDRESS names another one.\n`,
  )
  process.exit(1)
}
const folder = await mkdtemp(join(tmpdir(), 'tmip-demo-'))
const office = await findLibreOffice()

try {
  tell(`Server ${address}. Files of this run: ${folder}`)
  tell(`Forms are filled in with ${office?.version ?? 'exceljs, because no LibreOffice was found'}.`)
  const cast = await step('Sign in as customer, programme desk and dock', signInAll)
  await returned(cast)
  await destroyed(cast, 'jpeg')
  await destroyed(cast, 'pdf')
  process.stdout.write(`\nAll ${stepCount()} steps were as expected. The files are in ${folder}\n`)
} catch (error) {
  const what = error instanceof Error ? error.message : String(error)
  process.stderr.write(
    `\nNot as expected in ${currentStep()}:\n${what}\nThe files until then are in ${folder}\n`,
  )
  process.exitCode = 1
}

async function signInAll(): Promise<Cast> {
  const [customer, desk, dock] = await Promise.all([
    signIn(address, 'assets@rheinnetz.example', password),
    signIn(address, 'desk@vendor.example', password),
    signIn(address, 'dock@receiver.example', password),
  ])
  return { customer, desk, dock }
}

/** Order, case, form with one serial, form with the rest, instructions, label, scans. */
async function returned({ customer, dock }: Cast): Promise<void> {
  chapter('An order whose old devices are returned')
  const deal = await begin(customer, 'return', [
    { sku: 'MX480BASE-AC', quantity: 2 },
    { sku: 'MIC-3D-20GE-SFP', quantity: 1 },
  ])
  const serials = { 1: serial('JN12'), 2: serial('JN12'), 3: serial('CA') }

  const blank = await step('Download the blank forms, of the programme and of the case', async () => {
    await keep(
      'blank-form.xlsx',
      (await customer.get('/programmes/juniper-tmip/trade-in-form?language=de')).bytes,
    )
    return keep(
      'form-1-blank.xlsx',
      (await customer.get(`/cases/${deal.caseId}/trade-in-form?language=de`)).bytes,
    )
  })
  const partly = await fill(blank, 'form-1-filled.xlsx', requiredHeader('de'), {
    1: { serial: serials[1], environment: 'Produktion' },
  })
  await upload(customer, deal, partly, 1, ['serial', 'environment'])
  await apply(customer, deal, 1, { identified: 1, owed: 2 }, 'serials-missing')

  const prefilled = await step(
    'Days later: download the form again, with what the case knows by now',
    async () =>
      keep(
        'form-2-prefilled.xlsx',
        (await customer.get(`/cases/${deal.caseId}/trade-in-form?language=en`)).bytes,
      ),
  )
  const whole = await fill(
    prefilled,
    'form-2-filled.xlsx',
    {},
    {
      2: { serial: serials[2] },
      3: { serial: serials[3] },
    },
  )
  await upload(customer, deal, whole, 2, ['serial', 'serial'])
  await apply(customer, deal, 2, { identified: 3, owed: 0 })

  await step('Receive the shipping instructions', async () => {
    await until(
      'the instructions are sent',
      async () => (await waiting(customer, deal)).because === 'shipping',
    )
    const { body } = await customer.get(`/cases/${deal.caseId}/shipping-instructions`)
    tell(`Ship to: ${body.site.address.join(', ')}`)
    tell(
      `Prepaid: ${body.carriers.map(({ name, account }: Record<string, string>) => `${name} ${account}`).join(', ')}`,
    )
    await keep(
      'shipping-instructions.pdf',
      (await customer.get(`/cases/${deal.caseId}/shipping-instructions/paper`)).bytes,
    )
    await report(customer, deal)
  })
  const label = await step('Make a shipment and print its label', async () => {
    const shipment = await customer.post(`/cases/${deal.caseId}/shipments`, { packages: 1, weightKg: 64.5 })
    tell(`Tracking number ${shipment.body.trackingNumber}, devices ${shipment.body.rows.join(', ')}`)
    const paper = await keep(
      'label.pdf',
      (await customer.get(`/cases/${deal.caseId}/shipments/1/label`)).bytes,
    )
    await report(customer, deal)
    return paper
  })
  await step('The dock scans the label and each device', async () => {
    const codes = (await readPaper(label))[0]?.codes ?? []
    expectThat(
      'the label carries the case number as bar code',
      codes.some(({ text }) => text === deal.caseId),
      true,
    )
    const receipt = await dock.post('/receipts', { site: 'austin', reference: 'Demo truck' })
    for (const found of Object.values(serials)) {
      const scan = await dock.post(`/receipts/${receipt.body.id}/scans`, {
        serial: found,
        caseNumber: deal.caseId,
      })
      tell(`Scanned ${found}: ${scan.body.outcome} (${scan.body.signal})`)
      expectThat(`the scan of ${found}`, scan.body.outcome, 'expected')
    }
    await report(customer, deal)
  })
  await closed(customer, deal)
}

/** Order, case, form, certificate, signature, the desk's word; with a scanned JPEG the desk wants it twice. */
async function destroyed({ customer, desk }: Cast, scan: 'jpeg' | 'pdf'): Promise<void> {
  chapter(`An order whose old devices are destroyed, proved by a ${scan === 'jpeg' ? 'scanned JPEG' : 'PDF'}`)
  const deal = await begin(customer, 'destroy', [{ sku: 'MX240BASE-AC', quantity: 2 }])
  const form = await step('Download the form of the case', async () =>
    keep(
      `destroy-${scan}-blank.xlsx`,
      (await customer.get(`/cases/${deal.caseId}/trade-in-form?language=en`)).bytes,
    ),
  )
  const filled = await fill(form, `destroy-${scan}-filled.xlsx`, requiredHeader('en'), {
    1: { serial: serial('JN11') },
    2: { serial: serial('JN11') },
  })
  await upload(customer, deal, filled, 1, ['serial', 'serial'])
  await apply(customer, deal, 1, { identified: 2, owed: 0 }, 'certificate-missing')
  if (scan === 'jpeg') {
    await certificate(customer, deal, 1, 'jpeg')
    await step('The desk rejects it: the scan is illegible', async () => {
      const { body } = await desk.put(`/cases/${deal.caseId}/certificates/1/decision`, {
        decision: 'reject',
        reason: 'illegible',
        note: 'The lower half is too dark.',
      })
      expectThat('the certificate', [body.state, body.decision.reason], ['rejected', 'illegible'])
      await report(customer, deal, 'certificate-missing')
    })
  }
  const number = scan === 'jpeg' ? 2 : 1
  await certificate(customer, deal, number, scan)
  await step('The desk accepts it', async () => {
    const { body } = await desk.put(`/cases/${deal.caseId}/certificates/${number}/decision`, {
      decision: 'accept',
    })
    expectThat('the certificate', body.state, 'accepted')
    await report(customer, deal)
  })
  await closed(customer, deal)
}

async function begin(
  customer: Person,
  route: 'return' | 'destroy',
  tradeIns: readonly { sku: string; quantity: number }[],
): Promise<Deal> {
  const number = `DEMO-${randomBytes(4).toString('hex').toUpperCase()}`
  const order = await step('Register the order for new equipment', async () => {
    const { body } = await customer.post('/orders', {
      number,
      programme: 'juniper-tmip',
      customerAccount: 'C-1001',
      purchaseOrder: 'PO-77',
      // Yesterday is the past in every time zone.
      placedOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
      currency: 'EUR',
      lines: [{ sku: 'MX304', quantity: 1 }],
      tradeIns,
    })
    tell(
      `Order ${number}: ${body.units} old devices, credits of ${body.credit.amount} ${body.credit.currency}`,
    )
    await ledger(customer, body.id)
    return body
  })
  return step(`Open its case, all devices to ${route}`, async () => {
    const { body } = await customer.post('/cases', { orderNumber: number, route, language: 'de' })
    const deal: Deal = { orderId: order.id, orderNumber: number, caseId: body.id }
    tell(`Case ${body.id}, due on ${body.due.on}`)
    await report(customer, deal, 'form-missing')
    return deal
  })
}

async function fill(
  form: Uint8Array,
  name: string,
  header: Values,
  lines: Readonly<Record<number, Values>>,
): Promise<Uint8Array> {
  const program = office?.version ?? 'exceljs'
  return step(`Fill the form in with ${program}`, async () => {
    const filled =
      office === undefined
        ? await fillForm(form, header, lines)
        : await fillWithLibreOffice(office.program, form, header, lines)
    return keep(name, filled)
  })
}

async function upload(
  customer: Person,
  deal: Deal,
  form: Uint8Array,
  version: number,
  fields: readonly string[],
): Promise<void> {
  await step('Upload the form and look at the difference before anything is changed', async () => {
    const { body } = await customer.upload(`/cases/${deal.caseId}/forms`, form, `form-${version}.xlsx`)
    for (const { severity, message } of body.problems) tell(`${severity}: ${message}`)
    for (const { row, sku, field, from, to } of body.diff)
      tell(`device ${row} ${sku}: ${field} ${from ?? '(none)'} -> ${to}`)
    expectThat('version and errors', [body.formVersion, body.errors], [version, 0])
    const changed = body.diff.map(({ field }: { field: string }) => field)
    expectThat('the changed fields', changed.sort(), [...fields].sort())
    const again = await customer.upload(`/cases/${deal.caseId}/forms`, form, `form-${version} (copy).xlsx`)
    expectThat(
      'the same file once more is the same version',
      [again.status, again.body.formVersion],
      [200, version],
    )
    await report(customer, deal, 'form-apply')
  })
}

async function apply(
  customer: Person,
  deal: Deal,
  version: number,
  units: { identified: number; owed: number },
  because?: string,
): Promise<void> {
  await step('Apply it', async () => {
    const { body } = await customer.post(`/cases/${deal.caseId}/forms/${version}/application`)
    expectThat(
      'devices with and without serial',
      [body.units.identified, body.units.owed],
      [units.identified, units.owed],
    )
    await report(customer, deal, because)
  })
}

async function certificate(
  customer: Person,
  deal: Deal,
  number: number,
  scan: 'jpeg' | 'pdf',
): Promise<void> {
  const base = `/cases/${deal.caseId}/certificates`
  const paper = await step('Have the certificate of destruction issued and print it', async () => {
    const { body } = await customer.post(base, {})
    expectThat('number and version', [body.number, body.certificateVersion], [number, number])
    for (const { row, sku, serial: named } of body.lines) tell(`device ${row} ${sku} ${named}`)
    await report(customer, deal, 'certificate-missing')
    return keep(
      `certificate-${scan}-${number}.pdf`,
      (await customer.get(`${base}/${number}/paper?language=de`)).bytes,
    )
  })
  await step(`Sign it by hand, scan it as ${scan.toUpperCase()} and upload it`, async () => {
    const scans = await signedAndScanned(paper)
    const file = scan === 'jpeg' ? await asOneJpeg(scans) : await asPdf(scans)
    const name = `signed-${number}.${scan === 'jpeg' ? 'jpg' : 'pdf'}`
    await keep(`certificate-${scan}-${name}`, file)
    const { body } = await customer.upload(`${base}/${number}/signed-document`, file, name)
    expectThat(
      'what it is',
      [body.state, body.signed.mediaType],
      ['submitted', scan === 'jpeg' ? 'image/jpeg' : 'application/pdf'],
    )
    await report(customer, deal, 'certificate-review')
  })
}

async function closed(customer: Person, deal: Deal): Promise<void> {
  await step('The case has closed by itself, and all credit is secured', async () => {
    const { body } = await customer.get(`/cases/${deal.caseId}`)
    expectThat('the case', [body.status, body.waitingOn.because], ['closed', 'closed'])
    const balances = await ledger(customer, deal.orderId)
    expectThat('exposure', balances['exposure'] ?? 0, 0)
    expectThat('secured', balances['secured'], -(balances['granted'] ?? 0))
    const history = await customer.get(`/cases/${deal.caseId}/history?limit=100`)
    tell(`History: ${history.body.items.map(({ type }: { type: string }) => type).join(', ')}`)
  })
}

/** What the case waits for, in both languages, and the ledger of its order. */
async function report(customer: Person, deal: Deal, because?: string): Promise<void> {
  const state = await waiting(customer, deal)
  tell(state.sentence)
  tell((await customer.get(`/cases/${deal.caseId}`, 'de')).body.waitingOn.sentence)
  await ledger(customer, deal.orderId)
  if (because !== undefined) expectThat('what the case waits for', state.because, because)
}

async function waiting(customer: Person, { caseId }: Deal): Promise<{ because: string; sentence: string }> {
  return (await customer.get(`/cases/${caseId}`)).body.waitingOn
}

/** Prints the balances and returns them in minor units; they must sum to zero. */
async function ledger(customer: Person, orderId: string): Promise<Record<string, number>> {
  const { body } = await customer.get(`/orders/${orderId}/ledger`)
  const balances: { account: string; balance: { amount: string; minor: number; currency: string } }[] =
    body.balances
  tell(
    `Ledger: ${balances.map(({ account, balance }) => `${account} ${balance.amount} ${balance.currency}`).join(', ')}`,
  )
  expectThat(
    'the sum of the ledger',
    balances.reduce((sum, { balance }) => sum + balance.minor, 0),
    0,
  )
  return Object.fromEntries(balances.map(({ account, balance }) => [account, balance.minor]))
}

/** Through the disk, as a person's files go. */
async function keep(name: string, bytes: Uint8Array): Promise<Uint8Array> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  tell(`${name} (${Math.ceil(bytes.length / 1024)} KB)`)
  return readFile(path)
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    if (await isSo()) return
    await pause(200)
  }
  throw new Error(`waited 30 seconds and in vain until ${what}`)
}

/** No I, O, 0 or 1: the reader would ask whether they are meant. */
function serial(prefix: string): string {
  const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
  return prefix + [...randomBytes(8)].map((byte) => letters[byte % letters.length]).join('')
}
