import { describe, expect, it } from 'vitest'
import { isBlank, readPaper } from '../../../../test/read-paper.ts'
import { type ShippingInstructions, shippingInstructions } from './shipping-instructions.ts'
import { type ShippingLabel, shippingLabel } from './shipping-label.ts'

const site = [
  'Juniper TMIP',
  'C/O PureWrx, Inc.',
  '6231 E. Stassney Ln',
  'Building 13, Suite 100',
  'Austin, TX 78744',
  'United States',
]
const prepaid = { carrier: 'UPS', service: 'Standard', accountReference: 'TMIP-A1B2C3' }
const label: ShippingLabel = {
  language: 'en',
  paper: 'label',
  programme: { vendor: 'Juniper Networks' },
  caseNumber: 'TM-7K3Q9-XWD42',
  from: ['Stadtwerke Großröhrsdorf Netz GmbH', 'Königsbrücker Straße 12', '01900 Großröhrsdorf', 'Germany'],
  to: site,
  package: { number: 2, of: 5, weightKilograms: 24.5 },
  trackingNumber: '1Z999AA10123456784',
  boxMarking: 'TMIP TM-7K3Q9-XWD42',
  prepaid,
  preparedOn: '2026-11-22',
}
const instructions: ShippingInstructions = {
  language: 'en',
  paper: 'a4',
  programme: { name: 'Juniper Technology Migration Incentive Program', vendor: 'Juniper Networks' },
  caseNumber: 'TM-7K3Q9-XWD42',
  orderNumber: 'PO-4711-88',
  customer: { name: 'Stadtwerke Großröhrsdorf Netz GmbH' },
  to: site,
  prepaid,
  dueOn: '2027-02-28',
  contact: 'mx-migration-incentive@juniper.net',
  packing: ['Put each card into an antistatic bag.', 'Strap each chassis to a pallet.'],
  boxMarking: 'TMIP TM-7K3Q9-XWD42',
  units: [
    { row: 1, sku: 'MX480BASE3-AC', description: 'MX480 Base Chassis', serial: 'JN122D0FEAFC' },
    { row: 2, sku: 'MPC-3D-16XGE-SFPP', description: '16x10GE MPC line card', serial: null },
  ],
  preparedOn: '2026-11-22',
}
const read = async (pdf: Promise<Uint8Array>) => readPaper(await pdf)
const onlyPage = async (pdf: Promise<Uint8Array>) => {
  const [page, ...more] = await read(pdf)
  if (page === undefined || more.length > 0) throw new Error(`${more.length + 1} pages instead of one`)
  return page
}

describe('a shipping label', () => {
  it('is 4 x 6 inches with everything a carrier and a dock look for', async () => {
    const { text, width, height } = await onlyPage(shippingLabel(label))
    expect([width, height]).toEqual([288, 432])
    for (const expected of [
      ...site,
      ...label.from,
      'TM-7K3Q9-XWD42',
      '2 of 5',
      '24.5 kg',
      'UPS',
      'TMIP-A1B2C3',
      '1Z999AA10123456784',
    ])
      expect(text).toContain(expected)
  })

  it('gives a scanner at 200 dpi the case twice and the tracking number, in modules of 0.38 mm and more', async () => {
    const { codes } = await onlyPage(shippingLabel(label))
    expect(codes.map(({ format, text }) => `${format} ${text}`).sort()).toEqual([
      'Code128 1Z999AA10123456784',
      'Code128 TM-7K3Q9-XWD42',
      'QRCode TM-7K3Q9-XWD42',
    ])
    // Both are 189 modules wide; a reader may be off by a pixel at either end.
    for (const { format, millimetres } of codes)
      if (format === 'Code128') expect(millimetres).toBeGreaterThan(189 * 0.38 - 0.3)
  })

  it('speaks German, and counts in it', async () => {
    const { text } = await onlyPage(shippingLabel({ ...label, language: 'de' }))
    for (const expected of ['Empfänger', 'Packstück 2 von 5', '24,5 kg', 'Sendungsnummer'])
      expect(text).toContain(expected)
  })

  it('has a page for each package, and the same label on a sheet', async () => {
    const pages = await read(
      shippingLabel({ ...label, package: { number: 'each', of: 3, weightKilograms: null } }),
    )
    expect(pages.map(({ text }) => /Package (\d of \d)/.exec(text)?.[1])).toEqual([
      '1 of 3',
      '2 of 3',
      '3 of 3',
    ])
    const sheet = await onlyPage(shippingLabel({ ...label, paper: 'a4' }))
    expect(Math.round(sheet.height)).toBe(842)
    expect(sheet.codes).toHaveLength(3)
  })

  it('does without tracking number and prepaid account', async () => {
    const bare = {
      ...label,
      trackingNumber: null,
      prepaid: null,
      package: { number: 1, of: 1, weightKilograms: null },
    } as const
    const { text, codes } = await onlyPage(shippingLabel(bare))
    expect(text).toContain('assigned by the carrier at hand-over')
    expect(codes.map(({ text }) => text)).toEqual(['TM-7K3Q9-XWD42', 'TM-7K3Q9-XWD42'])
  })

  it.each(['A1B2C3D4E5F6G7H8J9K0L1M2', 'SENDUNG-GRÖSSE'])(
    'prints %s without a code that no scanner could read',
    async (trackingNumber) => {
      const { text, codes } = await onlyPage(shippingLabel({ ...label, trackingNumber }))
      expect(text).toContain(trackingNumber)
      expect(codes).toHaveLength(2)
    },
  )

  it('stays one label with its codes whole, whatever the length of names, and runs nothing', async () => {
    const long =
      'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH & Co. KG'
    const page = await onlyPage(
      shippingLabel({
        ...label,
        from: ['#panic() ] *x*', long, long, long],
        to: ['= #read("/a")', long, long, long, long, 'Austin'],
        prepaid: {
          carrier: 'A very long name of a carrier',
          service: 'Economy Select International',
          accountReference: 'ACCOUNT-1234567890-ABCDEFGHIJ',
        },
      }),
    )
    expect(page.text).toContain('#panic() ] *x*')
    expect(page.text).toContain('= #read("/a")')
    expect(page.codes).toHaveLength(3)
    for (const [x, y, wide, high] of [
      [0, 0, 3.5, 152],
      [98.1, 0, 3.5, 152],
      [0, 149, 101, 3.4],
    ] as const)
      expect(isBlank(page, x, y, wide, high)).toBe(true)
  })
})

describe('shipping instructions', () => {
  it('say where to, by when, at whose cost, and what', async () => {
    const { text, codes } = await onlyPage(shippingInstructions(instructions))
    for (const expected of [
      ...site,
      'To arrive by February 28, 2027',
      'mx-migration-incentive@juniper.net',
      'TMIP-A1B2C3',
      'Packing list: 2 devices',
      'JN122D0FEAFC',
      'to be entered',
      'write “TMIP TM-7K3Q9-XWD42” by hand',
      'Page 1 of 1',
    ])
      expect(text).toContain(expected)
    expect(codes.map(({ text }) => text)).toEqual(['TM-7K3Q9-XWD42'])
  })

  it('say it in German, and without an account that nobody pays', async () => {
    const { text } = await onlyPage(
      shippingInstructions({ ...instructions, language: 'de', paper: 'letter', prepaid: null }),
    )
    for (const expected of [
      'Versandanweisungen',
      '28. Februar 2027',
      'Packliste: 2 Geräte',
      'Beauftragen Sie',
      'noch einzutragen',
    ])
      expect(text.replace('beauftragen Sie', 'Beauftragen Sie')).toContain(expected)
    expect(text).not.toContain('im Voraus')
  })

  it('list 500 devices with the head of the table on each page', async () => {
    const units = Array.from({ length: 500 }, (_, index) => ({
      row: index + 1,
      sku: 'MX480BASE3-AC',
      description: 'MX480 Base Chassis',
      serial: `JN${String(index + 1).padStart(6, '0')}AF`,
    }))
    const pages = await readPaper(await shippingInstructions({ ...instructions, units }), 72)
    const text = pages.map((page) => page.text).join(' ')
    expect(units.filter(({ serial }) => !text.includes(serial))).toEqual([])
    for (const page of pages.slice(1)) expect(page.text).toContain('No. SKU Device Serial number Package no.')
  })

  it('keep to their margins and run nothing', async () => {
    const units = [
      { row: 1, sku: 'MX-'.repeat(40), description: '#panic() $x$ '.repeat(30), serial: 'S'.repeat(40) },
    ]
    const pages = await readPaper(
      await shippingInstructions({
        ...instructions,
        customer: { name: '#panic() ]' },
        contact: 'm'.repeat(200),
        units,
      }),
      100,
    )
    expect(pages[0]?.text).toContain('#panic() ]')
    for (const page of pages) {
      expect(isBlank(page, 0, 0, 16, 297)).toBe(true)
      expect(isBlank(page, 194, 0, 16, 297)).toBe(true)
    }
  })
})
