import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { context } from '../../../../../test/fixtures/xlsx/forms.ts'
import type { KnownPart } from '../../rules/lead-to-sku.ts'
import { readTradeInForm } from '../read-form.ts'
import { chassisWorkbook } from './chassis-workbook.ts'
import { readChassisOutput } from './read-output.ts'

const sample = (name: string): string =>
  readFileSync(new URL(`../../../../../test/fixtures/chassis/${name}`, import.meta.url), 'utf8')
const outputs = (text: string) => readChassisOutput(text) ?? []
const rowsOf = (text: string): string[][] => {
  const rows: string[][] = []
  chassisWorkbook(outputs(text)).sheets[0]?.read((row) => {
    if (row.number > 2) rows.push(Array.from({ length: 8 }, (_, column) => row.cells.get(column)?.text ?? ''))
    return true
  })
  return rows
}

const parts: readonly KnownPart[] = [
  { sku: 'MX10-T-AC', family: 'MX10', kind: 'chassis', assemblyPartNumbers: ['711-038213'] },
  { sku: 'MX10-T-DC', family: 'MX10', kind: 'chassis', assemblyPartNumbers: ['711-038213'] },
  { sku: 'MIC-3D-2XGE-XFP', family: 'MX', kind: 'line-card', assemblyPartNumbers: ['750-028380'] },
  { sku: 'MX204', family: 'MX204', kind: 'chassis', assemblyPartNumbers: ['750-069579'] },
]
const read = (text: string, change = {}) => {
  const { skus, ...rest } = context
  return readTradeInForm(Buffer.from(text), { ...rest, parts, ...change })
}

describe('show chassis hardware as text', () => {
  test('an MX10: chassis, cards and their serials; BUILTIN and strangers are none', () => {
    const rows = rowsOf(sample('mx10-t.txt'))
    expect(rows[0]).toEqual(['Chassis', 'MX10-T', '711-038213', '', 'A1111', '', 'MX10-T', 'Chassis'])
    expect(rows.map(([name, , , , serial]) => `${name} ${serial}`)).toEqual([
      'Chassis A1111',
      'PEM 0 AJ00000',
      'PEM 1 AJ00001',
      'QXM 0 ABCB4000',
      'Xcvr 0 USASR24490',
      'MIC 0 CALW4921',
      'Xcvr 0 A1JACT3',
      'Xcvr 0 A1KBPNC',
      'MIC 1 ABCC2190',
      'Xcvr 0 EOXH27560005',
      'Xcvr 1 XXXXXXXXXXXX',
    ])
    expect(rows[5]).toEqual([
      'MIC 0',
      '3D 2x 10GE XFP',
      '750-028380',
      'REV 30',
      'CALW4921',
      'A1111',
      '3D 2x 10GE XFP',
      'FPC 1 / MIC 0',
    ])
  })
  test('becomes lines of a form: part numbers are led to SKUs, of several the one that is owed', () => {
    const reading = read(sample('mx10-t.txt'), { owed: ['MX10-T-DC', 'MIC-3D-2XGE-XFP'] })
    expect(reading).toMatchObject({
      outcome: 'read-with-problems',
      format: 'show-chassis-hardware',
      template: null,
    })
    expect(
      reading.lines.map(({ sku, serial, parentSerial, route }) => [sku, serial, parentSerial, route]),
    ).toEqual([
      ['MX10-T-DC', 'A1111', null, null],
      ['MIC-3D-2XGE-XFP', 'CALW4921', 'A1111', null],
      ['MIC-3D-2XGE-XFP', 'ABCC2190', 'A1111', null],
    ])
    expect(reading.problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'header-absent warning',
      'lines-not-owed warning',
    ])
    expect(reading.problems[1]).toMatchObject({ cell: 'B4', message: expect.stringMatching(/^8 lines/) })
    expect(reading.place).toEqual({
      sheet: 'show chassis hardware',
      columns: expect.objectContaining({ sku: 'B', serial: 'E', parentSerial: 'F' }),
    })
  })
  test('without a case nothing says which bundle it was', () => {
    const ambiguous = read(sample('mx10-t.txt')).problems.find(({ code }) => code === 'sku-ambiguous')
    expect(ambiguous).toMatchObject({ cell: 'B3', expected: 'perhaps MX10-T-AC, MX10-T-DC' })
  })
  test('several members, prompts, pager lines and wrapped lines of one paste', () => {
    const one = (serial: string) => `Hardware inventory:
Item             Version  Part number  Serial number     Description
Chassis                                ${serial.padEnd(18)}MX960
Midplane         REV 03   710-013698   TR${serial.slice(2)}         MX960 Backplane
---(more 40%)---
FPC 0            REV 32   750-028467   CA${serial.slice(2)}          MPC 3D 16x 10GE with En
hanced Queuing
  CPU            REV 11   711-029089   CB${serial.slice(2)}          AMPC PMB`
    const text = `admin@core1> show chassis hardware | no-more\r\nmember0:\r\n${'-'.repeat(70)}\r\n${one('JN111111')}

member1:
${'-'.repeat(70)}
${one('JN222222')}

{master:member0}
admin@core1>
admin@core2> show chassis hardware
${one('JN333333')}
admin@core2> `
    const rows = rowsOf(text)
    expect(
      rows.map(([name, , part, , serial, parent, , place]) => [name, part, serial, parent, place]),
    ).toEqual([
      ['Chassis', '710-013698', 'JN111111', '', 'core1, member0, Chassis'],
      ['FPC 0', '750-028467', 'CA111111', 'JN111111', 'core1, member0, FPC 0'],
      ['CPU', '711-029089', 'CB111111', 'JN111111', 'core1, member0, FPC 0 / CPU'],
      ['Chassis', '710-013698', 'JN222222', '', 'core1, member1, Chassis'],
      ['FPC 0', '750-028467', 'CA222222', 'JN222222', 'core1, member1, FPC 0'],
      ['CPU', '711-029089', 'CB222222', 'JN222222', 'core1, member1, FPC 0 / CPU'],
      ['Chassis', '710-013698', 'JN333333', '', 'core2, Chassis'],
      ['FPC 0', '750-028467', 'CA333333', 'JN333333', 'core2, FPC 0'],
      ['CPU', '711-029089', 'CB333333', 'JN333333', 'core2, FPC 0 / CPU'],
    ])
    expect(rows[1]?.[6]).toBe('MPC 3D 16x 10GE with Enhanced Queuing')
  })
  test('both routing engines list the same chassis: it is there once', () => {
    const text = sample('mx10-t.txt')
    expect(rowsOf(`re0:\n-----\n${text}\n\nre1:\n-----\n${text}`)).toHaveLength(rowsOf(text).length)
  })
  test('a virtual chassis of switches: each member is a chassis, its routing engine is the same board', () => {
    const rows = rowsOf(`Hardware inventory:
Item             Version  Part number  Serial number     Description
Chassis                                BP0211111111      Virtual Chassis
Routing Engine 0 REV 10   750-021256   BP0211111111      EX4200-48T, 8 POE
Routing Engine 1 REV 10   750-021256   BP0222222222      EX4200-48T, 8 POE
FPC 0            REV 10   750-021256   BP0211111111      EX4200-48T, 8 POE
  Power Supply 0 REV 03   740-020957   AT0509111111      PS 320W AC
FPC 1            REV 10   750-021256   BP0222222222      EX4200-48T, 8 POE
  Power Supply 0 REV 03   740-020957   AT0509222222      PS 320W AC`)
    expect(rows.map(([name, , , , serial, parent]) => [name, serial, parent])).toEqual([
      ['FPC 0', 'BP0211111111', ''],
      ['Power Supply 0', 'AT0509111111', 'BP0211111111'],
      ['FPC 1', 'BP0222222222', ''],
      ['Power Supply 0', 'AT0509222222', 'BP0222222222'],
    ])
  })
  test('a value too long for its column, another order of titles, and orderable names', () => {
    const shifted = outputs(`Hardware inventory:
Item             Version  Part number  Serial number     Description
Chassis                                JN1267A1AAFC      MX2010
Power Supply Module 10 REV 01 740-045050 1EDM4190172 DC 52V Power Supply Module`)
    expect(shifted[0]?.items[1]).toEqual({
      name: 'Power Supply Module 10',
      depth: 0,
      version: 'REV 01',
      partNumber: '740-045050',
      serial: '1EDM4190172',
      description: 'DC 52V Power Supply Module',
      model: '',
    })
    const models = outputs(`Hardware inventory:
Item             Version  Part number  Serial number     FRU model number
Midplane         REV 07   760-021404   ABAA1234          CHAS-BP-MX240-S
FPC 1            REV 30   750-028380   CALW4921          MIC-3D-2XGE-XFP`)
    expect(models[0]?.items[1]).toMatchObject({ model: 'MIC-3D-2XGE-XFP', serial: 'CALW4921' })
  })
  test('what Junos prints in a chassis of one board: the board is no second chassis', () => {
    const text = `Hardware inventory:
Item             Version  Part number  Serial number     Description
Chassis                                BX123             JNP204 [MX204]
Routing Engine 0          BUILTIN      BUILTIN           RE-S-1600x8
CB 0             REV 28   750-069579   CAKS1234          JNP204 [MX204]`
    expect(read(text).lines.map(({ sku, serial }) => [sku, serial])).toEqual([['MX204', 'BX123']])
  })
  test('any cut of an output is read without a fault', () => {
    const text = sample('mx104.txt')
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(200), fc.string({ maxLength: 20 }), (at, gap, inserted) => {
        const rows = rowsOf(text.slice(0, at) + inserted + text.slice(at + gap))
        for (const row of rows) expect(row).toHaveLength(8)
      }),
      { numRuns: 300 },
    )
  })
})

describe('show chassis hardware as XML', () => {
  test('a reply as the router sends it', () => {
    const rows = rowsOf(sample('srx-rpc-reply.xml'))
    expect(rows).toEqual(
      [['Chassis', 'FIREFLY-PERIMETER', '', '', 'aaf5fe5f9b88', '', 'FIREFLY-PERIMETER', 'Chassis']].slice(
        0,
        rows.length,
      ),
    )
  })
  const chassis = (
    serial: string,
  ) => `<chassis-inventory xmlns="http://xml.juniper.net/junos/12.1X46/junos-chassis">
 <chassis junos:style="inventory"><name>Chassis</name><serial-number>${serial}</serial-number><description>MX10-T</description>
  <chassis-module><name>Midplane</name><version>REV 08</version><part-number>711-038213</part-number><serial-number>XX1</serial-number></chassis-module>
  <chassis-module><name>FPC 1</name><part-number>BUILTIN</part-number><serial-number>BUILTIN</serial-number>
   <chassis-sub-module><name>MIC 0</name><version>REV 30</version><part-number>750-028380</part-number>
    <serial-number>CA${serial}</serial-number><description>3D 2x &amp; 10GE</description><model-number>MIC-3D-2XGE-XFP</model-number>
   </chassis-sub-module>
  </chassis-module>
 </chassis></chassis-inventory>`
  test('several replies and members, with a prompt above, in one file', () => {
    const text = `admin@core1> show chassis hardware | display xml
<rpc-reply><multi-routing-engine-results>
<multi-routing-engine-item><re-name>node0</re-name>${chassis('AA1111')}</multi-routing-engine-item>
<multi-routing-engine-item><re-name>node1</re-name>${chassis('AA2222')}</multi-routing-engine-item>
</multi-routing-engine-results></rpc-reply>
admin@core2> show chassis hardware | display xml
<rpc-reply>${chassis('BB3333')}</rpc-reply>`
    expect(
      rowsOf(text).map(([name, model, , , serial, parent, , place]) => [name, model, serial, parent, place]),
    ).toEqual([
      ['Chassis', 'MX10-T', 'AA1111', '', 'core1, node0, Chassis'],
      ['MIC 0', 'MIC-3D-2XGE-XFP', 'CAAA1111', 'AA1111', 'core1, node0, FPC 1 / MIC 0'],
      ['Chassis', 'MX10-T', 'AA2222', '', 'core1, node1, Chassis'],
      ['MIC 0', 'MIC-3D-2XGE-XFP', 'CAAA2222', 'AA2222', 'core1, node1, FPC 1 / MIC 0'],
      ['Chassis', 'MX10-T', 'BB3333', '', 'core2, Chassis'],
      ['MIC 0', 'MIC-3D-2XGE-XFP', 'CABB3333', 'BB3333', 'core2, FPC 1 / MIC 0'],
    ])
  })
  test('with entities of a stranger nothing of it is read', () => {
    const text = chassis('AA1').replace('<chassis ', '<!DOCTYPE x [<!ENTITY a "b">]><chassis ')
    expect(readChassisOutput(text)).toBeNull()
  })
})
