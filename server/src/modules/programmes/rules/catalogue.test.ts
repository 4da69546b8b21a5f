import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isRefused } from '../../../values/refusal.ts'
import { type Catalogue, loadCatalogue } from './catalogue.ts'

const csv = readFileSync(
  new URL('../../../../../programmes/juniper-mx-catalogue.csv', import.meta.url),
  'utf8',
)
const loaded = (text: string): Catalogue => {
  const catalogue = loadCatalogue(text, 'en')
  if (isRefused(catalogue)) throw new Error(JSON.stringify(catalogue))
  return catalogue
}
const catalogue = loaded(csv)

describe('the Juniper MX catalogue', () => {
  test('finds a SKU however it is typed', () =>
    expect(catalogue.bySku(' mpc-3d-16xge-sfpp')?.description).toBe('16x10GE SFP+ MPC, fixed'))

  test.each([
    // Numbers as real inventories print them.
    ['750-056519', ['MPC7E-MRATE']],
    ['750-028467', ['MPC-3D-16XGE-SFPP']],
    ['740-013063', ['RE-S-2000-4096-S', 'RE-S-2000-4096-BB']],
    ['750-070866', ['SCBE3-MX-S', 'SCBE3-MX-BB']],
    ['711-029089', []],
  ])('assembly %s leads to %j', (number, skus) =>
    expect(catalogue.byAssembly(number).map(({ sku }) => sku)).toEqual(skus),
  )

  test.each([
    ['MX-MCP2E-3D', 'MX-MPC2E-3D'],
    ['MX-MPC2E-3D-Q-R-B', 'MX-MPC2E-3D-Q'],
    ['SCBE2-MX', 'SCBE2-MX-S'],
    ['RE-S-1800X4-32G', 'RE-S-1800X4-32G-S'],
    ['MX960BASE', 'MX960BASE-AC'],
  ])('%s may mean %s', (typed, meant) => expect(catalogue.suggest(typed)).toContain(meant))

  test('a stranger has no neighbour', () => expect(catalogue.suggest('WS-C2960X-48TS-L')).toEqual([]))

  test('every kind of part is there', () =>
    expect(new Set(catalogue.parts.map(({ kind }) => kind)).size).toBe(8))
})

const header = 'sku,family,kind,description,assembly_part_numbers,serialised,weight_kg'
describe('a catalogue with mistakes', () => {
  test('all of them at once, with line and field', () => {
    const refused = loadCatalogue(
      [
        header,
        'MX240,MX240,chassis,"Chassis, bare",,yes,',
        'mx480,MX480,chassis,Chassis,,yes,',
        'MX960,MX960,shelf,Chassis,,perhaps,heavy',
        'MX240,MX240,chassis,Again,,yes,1.5',
        'MX80,MX80,chassis',
      ].join('\r\n'),
      'en',
    )
    if (!isRefused(refused)) throw new Error('loaded')
    expect(refused.problems.map(({ line, column, code, found }) => [line, column, code, found])).toEqual([
      [3, 1, 'csvValue', 'mx480'],
      [4, 3, 'csvValue', 'shelf'],
      [4, 6, 'csvValue', 'perhaps'],
      [4, 7, 'csvValue', 'heavy'],
      [5, 1, 'csvRepeated', 'MX240'],
      [6, 1, 'csvFields', '3'],
    ])
    expect(refused.problems[1]?.message).toContain('line-card')
  })

  test.each([
    ['', 'csvHeader'],
    ['sku;family', 'csvHeader'],
    [`${header}\nMX240,"MX240,chassis,open,,yes,`, 'csvQuotes'],
  ])('%j is refused', (text, code) => {
    const refused = loadCatalogue(text, 'de')
    expect(isRefused(refused) && refused.problems[0]?.code).toBe(code)
  })

  test('a byte order mark and Windows line ends do no harm', () =>
    expect(loaded(`\uFEFF${header}\r\nMX240,MX240,chassis,Chassis,750-1 750-2,no,12.5\r\n`).parts).toEqual([
      {
        sku: 'MX240',
        family: 'MX240',
        kind: 'chassis',
        description: 'Chassis',
        assemblyPartNumbers: ['750-1', '750-2'],
        serialised: false,
        weightKg: 12.5,
      },
    ]))
})
