import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { goodForm, goodInput } from '../../../../test/fixtures/xlsx/forms.ts'
import type { FormReading } from '../rules/reading.ts'
import { runFormRead } from './run-form-read.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tmip-forms-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, content: Uint8Array | string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const asJson = async (path: string): Promise<[number, FormReading]> => {
  const { exitCode, output } = await runFormRead(path, { json: true, language: 'en' })
  return [exitCode, JSON.parse(output) as FormReading]
}

describe('tmip form read', () => {
  test('0 for a form without problems, with exactly the promised fields', async () => {
    const [exitCode, reading] = await asJson(file('good.xlsx', await goodForm()))
    expect(exitCode).toBe(0)
    expect(Object.keys(reading)).toEqual(['outcome', 'format', 'template', 'header', 'lines', 'problems'])
    expect(reading.outcome).toBe('read')
  })
  test('1 for a form with problems, said in words with sheet and cell', async () => {
    const lines = [{ ...goodInput.lines[0], serial: 'A' }]
    const path = file('problem.xlsx', await goodForm({ lines }))
    const { exitCode, output } = await runFormRead(path, { json: false, language: 'de' })
    expect(exitCode).toBe(1)
    expect(output).toContain('Devices!F6: Seriennummer: „A“ sieht nicht wie eine Seriennummer aus.')
    const [, { problems }] = await asJson(path)
    expect(Object.keys(problems[0] ?? {})).toEqual([
      'code',
      'severity',
      'sheet',
      'cell',
      'found',
      'expected',
      'message',
    ])
  })
  const list = 'Inventar;Gerätetyp;Serien-Nr.\nI-1;MX480BASE-AC;JN1200000AFA\nI-2;MX480BASE-AC;JN1200001AFA\n'
  test('1 for a list of one’s own: the columns are shown with how to confirm them; confirmed, it is read', async () => {
    const path = file('list.csv', list)
    const shown = await runFormRead(path, { json: false, language: 'de' })
    expect(shown.exitCode).toBe(1)
    expect(shown.output).toContain('Überschriften in Zeile 1')
    expect(shown.output).toMatch(/B {2}sku +99% {2}Gerätetyp: MX480BASE-AC/)
    expect(shown.output).toContain('--columns A=assetTag,B=sku,C=serial')
    const options = { json: true, language: 'en', route: 'return' } as const
    for (const columns of ['suggested', 'b=sku, c=serial']) {
      const { output } = await runFormRead(path, { ...options, columns })
      expect((JSON.parse(output) as FormReading).lines).toMatchObject([
        { sku: 'MX480BASE-AC', serial: 'JN1200000AFA', route: 'return' },
        { serial: 'JN1200001AFA' },
      ])
    }
    for (const columns of ['A=nothing', 'B', 'A=serial', 'A=sku,B=sku'])
      expect((await runFormRead(path, { ...options, columns })).exitCode).toBe(2)
  })
  test('the output of a router is led to SKUs by the catalogue that is shipped', async () => {
    const path = fileURLToPath(new URL('../../../../test/fixtures/chassis/mx10-t.txt', import.meta.url))
    const [exitCode, reading] = await asJson(path)
    expect(exitCode).toBe(1)
    expect(reading.lines.map(({ sku, serial }) => `${sku} ${serial}`)).toContain('MIC-3D-2XGE-XFP CALW4921')
  })
  test('2 for a programme that is none', async () => {
    const options = { json: true, language: 'en', programme: join(folder, 'none.yaml') } as const
    expect((await runFormRead(file('a.csv', list), options)).exitCode).toBe(2)
  })
  test('2 for a picture called .xlsx', async () => {
    const path = file('picture.xlsx', Buffer.from('ffd8ffe000104a464946', 'hex'))
    const [exitCode, reading] = await asJson(path)
    expect([exitCode, reading.format, reading.problems[0]?.code]).toEqual([2, 'jpeg', 'wrong-format'])
  })
  test('2 for a missing file, a folder, a device, an empty and a huge file', async () => {
    const huge = file('huge.xlsx', '')
    truncateSync(huge, 3 * 1024 ** 3)
    const paths = [join(folder, 'none.xlsx'), folder, '/dev/zero', file('empty.xlsx', ''), huge]
    const codes = await Promise.all(
      paths.map(async (path) => {
        const [exitCode, reading] = await asJson(path)
        return `${exitCode} ${reading.problems[0]?.code}`
      }),
    )
    expect(codes).toEqual(['2 not-found', '2 not-a-file', '2 not-a-file', '2 empty-file', '2 too-large'])
  })
  test.skipIf(process.platform === 'win32')('2 for a pipe that nobody writes to', async () => {
    const pipe = join(folder, 'pipe.xlsx')
    execFileSync('mkfifo', [pipe])
    const [exitCode, reading] = await asJson(pipe)
    expect([exitCode, reading.problems[0]?.code]).toEqual([2, 'not-a-file'])
  })
})
