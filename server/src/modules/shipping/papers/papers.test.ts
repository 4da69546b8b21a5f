import { writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type ShippingInstructions, shippingInstructions } from './shipping-instructions.ts'
import { type ShippingLabel, shippingLabel } from './shipping-label.ts'

const to = [
  'Juniper TMIP',
  'C/O PureWrx, Inc.',
  '6231 E. Stassney Ln',
  'Building 13, Suite 100',
  'Austin, TX 78744',
  'USA',
]
const label: ShippingLabel = {
  language: 'de',
  paper: 'label',
  programme: { vendor: 'Juniper Networks' },
  caseNumber: 'TM-7K3Q9-XWD42',
  from: [
    'Stadtwerke Großröhrsdorf Netzgesellschaft mbH & Co. KG',
    'Königsbrücker Straße 12',
    '01900 Großröhrsdorf',
    'Deutschland',
  ],
  to,
  trackingNumber: '1Z999AA10123456784',
  package: { number: 2, of: 5, weightKilograms: 24.5 },
  prepaid: { carrier: 'UPS', service: 'Standard', accountReference: 'TMIP-A1B2C3' },
  preparedOn: '2026-11-22',
}
const ins: ShippingInstructions = {
  language: 'de',
  paper: 'a4',
  programme: { name: 'Juniper Technology Migration Incentive Program', vendor: 'Juniper Networks' },
  caseNumber: 'TM-7K3Q9-XWD42',
  orderNumber: 'PO-4711-88',
  customer: { name: 'Stadtwerke Großröhrsdorf Netzgesellschaft mbH & Co. KG' },
  to,
  prepaid: { carrier: 'UPS', service: 'Standard', accountReference: 'TMIP-A1B2C3' },
  dueOn: '2027-02-28',
  contact: 'mx-migration-incentive@juniper.net',
  units: [
    { row: 1, sku: 'MX480BASE3-AC', description: 'MX480 Base Chassis, AC, 3 slots', serial: 'JN122D0FEAFC' },
    { row: 2, sku: 'MPC-3D-16XGE-SFPP', description: '16x10GE MPC line card', serial: null },
    {
      row: 3,
      sku: 'RE-S-1800X4-16G-S',
      description: 'Routing Engine, quad core 1.8 GHz, 16 GB',
      serial: 'CAFR4421',
    },
  ],
  preparedOn: '2026-11-22',
}
it('x', async () => {
  const w = async (n: string, f: () => Promise<Uint8Array>) => {
    for (let k = 0; k < 2; k++) {
      const t = performance.now()
      const p = await f()
      writeFileSync(`/tmp/papers/${n}.pdf`, p)
      console.log(n, p.length, performance.now() - t)
    }
  }
  await w('label-de', () => shippingLabel(label))
  await w('label-en', () =>
    shippingLabel({
      ...label,
      language: 'en',
      trackingNumber: null,
      prepaid: null,
      package: { number: 1, of: 1, weightKilograms: null },
    }),
  )
  await w('label-a4', () => shippingLabel({ ...label, paper: 'a4' }))
  await w('ins-de', () => shippingInstructions(ins))
  await w('ins-en', () => shippingInstructions({ ...ins, language: 'en', paper: 'letter', prepaid: null }))
  await w('ins-500', () =>
    shippingInstructions({
      ...ins,
      units: Array.from({ length: 500 }, (_, n) => ({ ...ins.units[n % 3]!, row: n + 1 })),
    }),
  )
  expect(1).toBe(1)
})
