/**
 * A programme in full swing: half a year of orders and cases of several customers and partners, with something in every
 * state that a screen can show. Made through the public API on an empty database, by `tmip start` and for screenshots.
 * Whole, because it is one story: what is owed, late, held or waits for whom is seen only side by side.
 *
 * Order numbers are fixed, case numbers are not; days count back from the day on which it is made.
 */
import { fileURLToPath } from 'node:url'
import type { Fact } from '../facts.ts'
import { sealHistory } from '../modules/audit/index.ts'
import { systemCaller } from '../modules/people/index.ts'
import { publishProgramme, readProgrammeFile } from '../modules/programmes/index.ts'
import { sendInstructions } from '../modules/shipping/index.ts'
import type { House } from '../platform/house.ts'
import { addDays } from '../values/calendar.ts'
import { isRefused } from '../values/refusal.ts'
import { type Actors, openActors, signed } from './sample-actors.ts'
import { backThen, createOrganisations, furtherOrganisations } from './sample-world.ts'

const rhein = {
  email: 'assets@rheinnetz.example',
  account: 'C-1001',
  currency: 'EUR',
  language: 'de',
} as const
const lakes = {
  email: 'assets@greatlakes.example',
  account: 'C-1002',
  currency: 'USD',
  language: 'en',
} as const
const alpen = {
  email: 'assets@alpenwerk.example',
  account: 'C-1003',
  currency: 'EUR',
  language: 'de',
} as const
const hafen = {
  email: 'assets@nordhafen.example',
  account: 'C-1004',
  currency: 'EUR',
  language: 'de',
} as const
const maple = {
  email: 'assets@mapleharbor.example',
  account: 'C-1005',
  currency: 'USD',
  language: 'en',
} as const
type Customer = typeof rhein | typeof lakes | typeof alpen | typeof hafen | typeof maple

const desk = 'desk@vendor.example'
const secondDesk = 'desk2@vendor.example'
const finance = 'finance@vendor.example'
const secondFinance = 'finance2@vendor.example'
const dock = 'dock@receiver.example'
const nordlicht = 'agent@nordlicht.example'
const lakeshore = 'agent@lakeshore.example'

type TradeIn = readonly [sku: string, quantity: number]
type Serials = Readonly<Record<number, string>>
interface Opened {
  readonly id: string
  readonly orderNumber: string
  readonly customer: Customer
}

/** Everything that lies behind a living programme. The sample world has to be there, and nothing else. */
export async function createSampleCases(house: House<Fact>): Promise<void> {
  await createOrganisations(backThen(house, 195), furtherOrganisations)
  await publishFurtherProgrammes(house)
  const actors = await openActors(house)
  const story = tell(actors)
  await mandates(actors)
  await story.longAgo()
  await story.overdue()
  await story.underWay()
  await story.lately()
  // Nothing is sealed before the story is told: it goes back in time, and what it then adds would seem backdated.
  await sealHistory(house.db, house.clock())
  await actors.goHome()
}

/** Two other vendors' rules; of one of them an earlier version, to be compared with the one that is in force. */
async function publishFurtherProgrammes(house: House<Fact>): Promise<void> {
  const publish = async (name: string, days: number, earlier: boolean) => {
    const file = new URL(`../../../programmes/examples/${name}.yaml`, import.meta.url)
    const programme = readProgrammeFile(fileURLToPath(file), 'en')
    if (isRefused(programme)) throw new Error(`sample world: ${name}: ${programme.refused}`)
    const published = await publishProgramme(
      backThen(house, days),
      systemCaller.by,
      earlier
        ? {
            ...programme,
            version: '2025.1',
            grace: { workingDays: 2 },
            reminders: { daysBefore: [30], daysAfter: [] },
          }
        : programme,
    )
    if (isRefused(published)) throw new Error(`sample world: ${name}: ${published.refused}`)
  }
  await publish('180-days-from-last-shipment', 190, true)
  await publish('180-days-from-last-shipment', 60, false)
  await publish('credit-after-receipt', 180, false)
}

async function mandates({ itIs, today, as }: Actors): Promise<void> {
  const grant = async (
    email: string,
    days: number,
    partnerAccount: string,
    until: number,
    access = 'act',
  ) => {
    itIs(days)
    const body = { partnerAccount, validUntil: `${addDays(today(), until)}T00:00:00.000Z`, access }
    return (await as(email)).post('/mandates', body)
  }
  await grant(hafen.email, 175, 'P-2001', 365)
  await grant(alpen.email, 170, 'P-2001', 365, 'read')
  await grant(lakes.email, 172, 'P-2002', 365)
  await grant(maple.email, 168, 'P-2002', 60)
  const ended = await grant(rhein.email, 150, 'P-2002', 365)
  itIs(90)
  await (await as(rhein.email)).post(`/mandates/${ended.id}/revocation`)
  itIs(4)
  const { organisation } = await (await as(rhein.email)).get('/me')
  await (await as(rhein.email)).post(`/organisations/${organisation.id}/invitations`, {
    email: 'neu@rheinnetz.example',
    name: 'Nils Neumann',
    language: 'de',
    roles: ['viewer'],
  })
}

/** What people do again and again. */
function acts({ itIs, today, as, house }: Actors) {
  const register = async (
    customer: Customer,
    number: string,
    days: number,
    tradeIns: readonly TradeIn[],
    { by = customer.email, ...more }: { by?: string } & Record<string, unknown> = {},
  ): Promise<string> => {
    itIs(days)
    const order = await (await as(by)).post('/orders', {
      number,
      programme: 'juniper-tmip',
      customerAccount: customer.account,
      purchaseOrder: `PO-${number.slice(-4)}`,
      placedOn: today(),
      currency: customer.currency,
      lines: [{ sku: 'MX304', quantity: 2 }],
      tradeIns: tradeIns.map(([sku, quantity]) => ({ sku, quantity })),
      ...more,
    })
    return order.id
  }
  const open = async (
    customer: Customer,
    orderNumber: string,
    route: 'return' | 'destroy' = 'return',
    by: string = customer.email,
  ): Promise<Opened> => {
    const { id } = await (await as(by)).post('/cases', { orderNumber, route, language: customer.language })
    return { id, orderNumber, customer }
  }
  /** Order and case on one day, as the programme wants it. */
  const begin = async (...[customer, number, days, tradeIns, more]: Parameters<typeof register>) => {
    await register(customer, number, days, tradeIns, more)
    return open(customer, number)
  }
  const name = async ({ id, customer }: Opened, serials: Serials, by: string = customer.email) => {
    const changes = Object.entries(serials).map(([row, serial]) => ({ row: Number(row), serial }))
    await (await as(by)).put(`/cases/${id}/units`, { changes })
  }
  const instruct = ({ id }: Opened) => sendInstructions(house, id)
  const ship = async ({ id, customer }: Opened, rows?: readonly number[]) =>
    (await as(customer.email)).post(`/cases/${id}/shipments`, {
      packages: 1,
      weightKg: 31.5,
      ...(rows && { rows }),
    })
  const receive = async (reference: string, scans: readonly Record<string, unknown>[], close = true) => {
    const at = await as(dock)
    const receipt = await at.post('/receipts', { site: 'austin', reference })
    for (const scan of scans) await at.post(`/receipts/${receipt.id}/scans`, scan)
    if (close) await at.post(`/receipts/${receipt.id}/closing`)
  }
  const certify = async ({ id, customer }: Opened, number: number, rows?: readonly number[]) => {
    const actor = await as(customer.email)
    await actor.post(`/cases/${id}/certificates`, rows ? { rows } : {})
    const paper = await actor.download(
      `/cases/${id}/certificates/${number}/paper?language=${customer.language}`,
    )
    const fileName = customer.language === 'de' ? 'Verwertungsbestaetigung.pdf' : 'certificate.pdf'
    await actor.upload(`/cases/${id}/certificates/${number}/signed-document`, await signed(paper), fileName)
  }
  const decide = async ({ id }: Opened, number: number, decision: object, by: string = desk) =>
    (await as(by)).put(`/cases/${id}/certificates/${number}/decision`, decision)
  const askMore = async (
    { id, customer }: Opened,
    until: string,
    reason: string,
    by: string = customer.email,
  ) => (await as(by)).post(`/cases/${id}/extensions`, { until, reason })
  const write = async ({ id }: Opened, by: string, text: string) =>
    (await as(by)).post(`/cases/${id}/messages`, { text })
  const fill = async (opened: Opened, serials: Serials, details: Record<string, string | boolean> = {}) => {
    const { id, customer } = opened
    const actor = await as(customer.email)
    const file = await filledForm(
      opened,
      (await actor.get(`/cases/${id}/units?limit=200`)).items,
      serials,
      details,
    )
    const fileName = customer.language === 'de' ? 'Formular-Inzahlungnahme.xlsx' : 'trade-in-form.xlsx'
    return actor.upload(`/cases/${id}/forms`, file, fileName)
  }
  const apply = async ({ id, customer }: Opened, version: number) =>
    (await as(customer.email)).post(`/cases/${id}/forms/${version}/application`)
  const propose = async ({ id }: Opened, reason: string, rows?: readonly number[]) =>
    (await as(finance)).post(`/cases/${id}/charge-backs`, { reason, ...(rows && { rows }) })
  const second = async ({ id }: Opened, approved: boolean, note: string) =>
    (await as(secondFinance)).put(`/cases/${id}/charge-backs/1/decision`, { approved, note })
  return {
    register,
    open,
    begin,
    name,
    instruct,
    ship,
    receive,
    certify,
    decide,
    askMore,
    write,
    fill,
    apply,
    propose,
    second,
  }
}

/** The trade-in form as Rheinnetz or Great Lakes, who use one, send it back; `details` are of every line. */
async function filledForm(
  { id, orderNumber, customer }: Opened,
  units: readonly { row: number; sku: string; route: 'return' | 'destroy'; serial: string | null }[],
  serials: Serials,
  details: Record<string, string | boolean>,
): Promise<Uint8Array> {
  const { writeTradeInForm } = await import('../modules/forms/workbook/write-trade-in-form.ts')
  const german = customer.language === 'de'
  return writeTradeInForm({
    language: customer.language,
    programme: {
      id: 'juniper-tmip',
      version: '2026.1',
      name: 'Juniper Technology Migration Incentive Program',
    },
    caseNumber: id,
    header: {
      formVersion: '1',
      case: id,
      orderNumber,
      customer: german ? 'Rheinnetz GmbH' : 'Great Lakes Fiber Inc.',
      account: customer.account,
      submitterName: german ? 'Greta Geräte' : 'Alex Set',
      submitterEmail: customer.email,
      pickupAddress: german ? 'Rheinallee 1, Tor B' : '400 Harbor Drive, Dock 3',
      pickupPostcode: german ? '50667' : '60601',
      pickupCity: german ? 'Köln' : 'Chicago',
      pickupCountry: german ? 'DE' : 'US',
      pickupHours: german ? 'Mo bis Fr, 8 bis 15 Uhr' : 'Mon to Fri, 8 am to 3 pm',
      contactName: german ? 'Rita Rack' : 'Rob Rackley',
      contactPhone: german ? '+49 221 555 01' : '+1 312 555 0142',
      packages: 2,
      totalWeightKg: '84.5',
      soleOwner: true,
      authorisedChannel: true,
      title: true,
      dataRemoved: true,
      batteries: false,
    },
    lines: units.map(({ row, sku, route, serial }) => ({
      ...details,
      row,
      sku,
      quantity: 1,
      route,
      serial: serials[row] ?? serial,
    })),
    skus: [],
  })
}

/** As many serial numbers as devices, beginning with row `first`: `JN12A4010001AFC` and so on. */
const numbered = (start: string, count: number, first = 1): Serials =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      first + index,
      `${start}${String(first + index).padStart(3, '0')}`,
    ]),
  )

function tell(actors: Actors) {
  const { itIs, today, as } = actors
  const act = acts(actors)

  return {
    /** Done with, and what finance has of it. */
    longAgo: async () => {
      const returned = await act.begin(rhein, 'SO-104014', 165, [
        ['MX480BASE-AC', 2],
        ['MIC-3D-20GE-SFP', 4],
      ])
      itIs(150)
      await act.name(returned, { ...numbered('JN12A14', 2), ...numbered('CAF14', 4, 3) })
      await act.instruct(returned)
      itIs(140)
      await act.ship(returned)
      itIs(128)
      await act.receive('TR-7781', [...serialsOf('JN12A14', 2), ...serialsOf('CAF14', 4, 3)])

      const destroyed = await act.begin(lakes, 'SO-104015', 170, [
        ['MX960BASE-AC', 2],
        ['RE-S-1800X4-16G', 2],
      ])
      itIs(140)
      await act.name(destroyed, { ...numbered('JN11B15', 2), ...numbered('CAB15', 1, 3) })
      for (const row of [1, 2, 3])
        await (await as(lakes.email)).put(`/cases/${destroyed.id}/units/${row}`, { route: 'destroy' })
      itIs(120)
      await act.certify(destroyed, 1)
      itIs(118)
      await act.decide(destroyed, 1, { decision: 'accept', note: 'Complete and signed.' })
      itIs(80)
      await (await as(finance)).post(`/cases/${destroyed.id}/waivers`, {
        rows: [4],
        reason: 'Burnt with the depot; the insurer’s report is on file.',
      })

      const charged = await act.begin(hafen, 'SO-104013', 155, [['MX240BASE-AC', 2]], {
        partnerAccount: 'P-2001',
      })
      itIs(45)
      await act.propose(charged, 'Trotz zweier Erinnerungen nichts eingegangen.')
      itIs(43)
      await act.second(charged, true, 'Mit dem Vertrieb abgestimmt.')

      const late = await act.begin(maple, 'SO-104016', 160, [['MX240BASE-AC', 2]], {
        partnerAccount: 'P-2002',
      })
      await act.name(late, { 1: 'JN11C16001' })
      itIs(50)
      await act.propose(late, 'Nothing was sent and nobody answers.')
      itIs(48)
      await act.second(late, true, '')
      itIs(20)
      await act.receive('TR-7920', [{ serial: 'JN11C16001', note: 'Came without a label' }])

      const mistaken = await act.register(rhein, 'SO-104021', 120, [['MX240BASE-AC', 3]])
      itIs(118)
      await (await as(desk)).post(`/orders/${mistaken}/cancellation`, { reason: 'Doppelt bestellt' })
    },

    /** Over the due date: in grace, to be proposed, proposed, turned down, and none of the customer's fault. */
    overdue: async () => {
      const inGrace = await act.begin(maple, 'SO-104010', 95, [['MX104-BASE', 3]], {
        partnerAccount: 'P-2002',
      })
      itIs(70)
      await act.name(inGrace, numbered('MX104D10', 2))

      const due = await act.begin(lakes, 'SO-104011', 130, [
        ['MX480BASE-AC', 3],
        ['DPCE-R-40GE-SFP', 4],
      ])
      await act.name(due, numbered('JN12A11', 2))

      const proposed = await act.begin(alpen, 'SO-104012', 128, [
        ['MX960BASE-AC', 1],
        ['MX-MPC2-3D', 2],
      ])
      itIs(100)
      await act.name(proposed, numbered('JN11E12', 1))
      itIs(5)
      await act.propose(proposed, 'Frist seit über einem Monat vorbei, keine Antwort auf drei Erinnerungen.')

      const turnedDown = await act.begin(hafen, 'SO-104023', 126, [['MX240BASE-AC', 2]], {
        partnerAccount: 'P-2001',
      })
      itIs(12)
      await act.propose(turnedDown, 'Keine Rückmeldung.')
      itIs(11)
      await act.second(turnedDown, false, 'Der Partner hat den Versand für nächste Woche zugesagt.')

      const held = await act.begin(maple, 'SO-104024', 127, [['MX480BASE-AC', 1]])
      itIs(9)
      await act.receive(
        'TR-7964',
        [
          { serial: 'JN12WRONG42', caseNumber: held.id, note: 'Serial not on any form' },
          { serial: 'XZ99813377', sku: 'EX4200-48T' },
          { unreadable: true, note: 'Label scratched off, grey chassis' },
        ],
        false,
      )
    },

    /** In time, and each waiting for somebody else. */
    underWay: async () => {
      const arriving = await act.begin(alpen, 'SO-104006', 75, [
        ['MX480BASE-AC', 1],
        ['MIC-3D-20GE-SFP', 3],
      ])
      itIs(60)
      await act.name(arriving, { ...numbered('JN12F06', 1), ...numbered('CAF06', 3, 2) })
      await act.instruct(arriving)
      itIs(3)
      await act.ship(arriving)

      const inReview = await act.begin(rhein, 'SO-104007', 82, [
        ['MX240BASE-AC', 2],
        ['MX-MPC1-3D', 2],
      ])
      itIs(40)
      await act.name(inReview, { ...numbered('JN11G07', 2), ...numbered('CAG07', 2, 3) })
      for (const row of [1, 2, 3, 4])
        await (await as(rhein.email)).put(`/cases/${inReview.id}/units/${row}`, { route: 'destroy' })
      itIs(2)
      await act.certify(inReview, 1)

      const rejected = await act.begin(hafen, 'SO-104008', 70, [['MX104-BASE', 2]], {
        partnerAccount: 'P-2001',
      })
      itIs(30)
      await act.name(rejected, numbered('MX104H08', 2), nordlicht)
      for (const row of [1, 2])
        await (await as(nordlicht)).put(`/cases/${rejected.id}/units/${row}`, { route: 'destroy' })
      itIs(16)
      await act.certify(rejected, 1)
      itIs(14)
      await act.decide(
        rejected,
        1,
        { decision: 'reject', reason: 'illegible', note: 'Die untere Hälfte der Seite ist schwarz.' },
        secondDesk,
      )

      const asking = await act.begin(rhein, 'SO-104009', 86, [
        ['MX960BASE-AC', 1],
        ['MX-MPC2-3D', 4],
      ])
      itIs(50)
      await act.name(asking, { ...numbered('JN11K09', 1), ...numbered('CAK09', 4, 2) })
      await act.instruct(asking)
      itIs(1)
      await act.askMore(
        asking,
        addDays(today(), 28),
        'Die neuen Router kommen drei Wochen später als zugesagt.',
      )

      const extended = await act.begin(lakes, 'SO-104018', 98, [['MX480BASE-AC', 2]], {
        by: lakeshore,
        partnerAccount: 'P-2002',
      })
      itIs(20)
      await act.askMore(extended, addDays(today(), 35), 'The maintenance window was moved.', lakeshore)
      itIs(19)
      await (await as(desk)).put(`/cases/${extended.id}/extensions/1/decision`, {
        granted: true,
        note: 'Granted once.',
      })
      await act.write(extended, lakeshore, 'Thank you. Both chassis leave the rack in the second week.')
      itIs(18)
      await act.write(extended, desk, 'Noted. Please upload the serial numbers as soon as you have them.')

      const partly = await act.begin(rhein, 'SO-104017', 66, [
        ['MX480BASE-AC', 2],
        ['MX-MPC2-3D', 4],
      ])
      itIs(45)
      await act.name(partly, { ...numbered('JN12L17', 2), ...numbered('CAL17', 3, 3) })
      await act.instruct(partly)
      itIs(30)
      await act.ship(partly, [1, 2])
      itIs(19)
      await act.receive('TR-7931', [{ serial: 'JN12L17001', caseNumber: partly.id }])
      itIs(17)
      await act.write(
        partly,
        rhein.email,
        'Im Ticket steht nur eines der beiden Geräte als eingegangen. Laut Versanddienst wurden beide Packstücke zugestellt. Können Sie das bitte prüfen?',
      )

      const shipping = await act.begin(lakes, 'SO-104005', 50, [['MX240BASE-AC', 2]])
      itIs(35)
      await act.name(shipping, numbered('JN11M05', 2))
      await act.instruct(shipping)

      const serials = await act.begin(lakes, 'SO-104022', 62, [
        ['DPCE-R-40GE-SFP', 80],
        ['MIC-3D-20GE-SFP', 40],
      ])
      itIs(28)
      await act.fill(
        serials,
        { ...numbered('CAN22', 46), ...numbered('CAP22', 20, 81) },
        { environment: 'production' },
      )
      await act.apply(serials, 1)
      await act.instruct(serials)

      itIs(40)
      const dates = { placedOn: addDays(today(), -20), lastShippedOn: addDays(today(), -6) }
      await act.register(
        rhein,
        'SO-104025',
        40,
        [
          ['AO-1200', 1],
          ['AO-T10', 2],
        ],
        { programme: 'aster-buyback', lines: [{ sku: 'AO-4000', quantity: 1 }], ...dates },
      )
      const inspected = await act.open(rhein, 'SO-104025')
      await act.name(inspected, { 1: 'AO25000001', 2: 'AO25000002' })
      itIs(2)
      await act.receive('TR-7990', [{ serial: 'AO25000001' }])
    },

    /** Opened or ordered in the last weeks. */
    lately: async () => {
      await act.begin(rhein, 'SO-104001', 12, [
        ['MX480BASE-AC', 2],
        ['MIC-3D-20GE-SFP', 4],
      ])

      const faulty = await act.begin(rhein, 'SO-104002', 33, [['MX240BASE-AC', 3]])
      itIs(6)
      await act.fill(faulty, { 1: 'JN11Q02001', 2: 'BUILTIN', 3: 'JN11Q02001' })

      const toApply = await act.begin(rhein, 'SO-104003', 25, [
        ['MX480BASE-AC', 1],
        ['MX-MPC2-3D', 3],
      ])
      itIs(1)
      await act.fill(
        toApply,
        { ...numbered('JN12R03', 1), ...numbered('CAR03', 2, 2) },
        { environment: 'production', condition: 'worn', working: true },
      )

      const partnerCase = await act.begin(
        hafen,
        'SO-104004',
        22,
        [
          ['MX960BASE-AC', 1],
          ['RE-S-1800X4-16G', 2],
        ],
        {
          by: nordlicht,
          partnerAccount: 'P-2001',
        },
      )
      itIs(8)
      await act.name(partnerCase, { 1: 'JN11S04001' }, nordlicht)
      await act.instruct(partnerCase)

      await act.register(alpen, 'SO-104020', 10, [['MX104-BASE', 4]])
      await act.register(rhein, 'SO-104019', 3, [
        ['MX240BASE-AC', 2],
        ['MX-MPC1-3D', 2],
      ])
      await act.register(maple, 'SO-104026', 2, [['MX80-AC', 6]], { by: desk, partnerAccount: 'P-2002' })
    },
  }
}

const serialsOf = (start: string, count: number, first = 1) =>
  Object.values(numbered(start, count, first)).map((serial) => ({ serial }))
