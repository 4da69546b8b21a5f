import { writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type CertificatePaper, certificatePaper } from './certificate-paper.ts'

const base: CertificatePaper = {
  language: 'de',
  paper: 'a4',
  programme: { name: 'Juniper Technology Migration Incentive Program', vendor: 'Juniper Networks' },
  certificateNumber: 'CD-2026-000123',
  version: 2,
  caseNumber: 'TM-7K3Q9-XWD42',
  orderNumber: 'PO-4711-88',
  customer: {
    name: 'Stadtwerke Großröhrsdorf Netzgesellschaft mbH & Co. KG',
    account: 'K-100234',
    address: ['Königsbrücker Straße 12', '01900 Großröhrsdorf', 'Deutschland'],
  },
  partner: { name: 'Böhme Systemhaus GmbH', account: 'P-77' },
  approvalReference: 'APP-2026-91',
  lines: [
    {
      row: 1,
      sku: 'MX480BASE3-AC',
      description: 'MX480 Base Chassis, AC, 3 slots',
      serial: 'JN122D0FEAFC',
      assetTag: null,
    },
    {
      row: 2,
      sku: 'MPC-3D-16XGE-SFPP',
      description: '16x10GE MPC line card',
      serial: null,
      assetTag: 'NZ-00281',
    },
  ],
  serialListDigest: '3fa9c1d2e4b5a6978877',
  preparedOn: '2026-11-22',
}
it('x', async () => {
  for (const [name, i] of [
    ['de', base],
    ['en', { ...base, language: 'en', paper: 'letter', partner: null, approvalReference: null }],
  ] as [string, CertificatePaper][]) {
    for (let k = 0; k < 3; k++) {
      const t = performance.now()
      writeFileSync(`/tmp/papers/cert-${name}.pdf`, await certificatePaper(i))
      console.log(name, performance.now() - t)
    }
  }
  const lines = Array.from({ length: 500 }, (_, n) => ({ ...base.lines[n % 2]!, row: n + 1 }))
  for (let k = 0; k < 2; k++) {
    const t = performance.now()
    const p = await certificatePaper({ ...base, lines })
    writeFileSync(`/tmp/papers/cert-500.pdf`, p)
    console.log('500', performance.now() - t, p.length)
  }
  expect(1).toBe(1)
})
