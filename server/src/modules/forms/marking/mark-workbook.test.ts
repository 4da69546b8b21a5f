import exceljs from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import {
  context,
  goodForm,
  goodInput,
  linesPart,
  manyLines,
  withCell,
  withParts,
} from '../../../../test/fixtures/xlsx/forms.ts'
import { readTradeInForm } from '../reader/read-form.ts'
import { readSheet } from '../reader/read-sheet.ts'
import type { Mark, MarkWords } from './mark.ts'
import { markWorkbook } from './mark-workbook.ts'

const words: MarkWords = {
  sheetName: 'Probleme',
  title: 'Was zu korrigieren ist',
  hint: 'Hinweis',
  none: 'Nichts',
  columns: ['Art', 'Tabellenblatt', 'Zelle', 'Gefunden', 'Erwartet', 'Was nicht stimmt'],
  error: 'Fehler',
  warning: 'Warnung',
}
const marksOf = (bytes: Uint8Array): Mark[] =>
  readTradeInForm(bytes, context).problems.map(({ message, code, ...problem }) => ({
    ...problem,
    text: message,
  }))
function marked(bytes: Uint8Array, marks = marksOf(bytes)): Uint8Array {
  const file = markWorkbook(bytes, marks, words)
  if ('refused' in file) throw new Error(JSON.stringify(file))
  return file
}
const problemsOf = (bytes: Uint8Array) =>
  readTradeInForm(bytes, context).problems.map(({ code, sheet, cell }) => `${code} ${sheet}!${cell}`)
async function opened(bytes: Uint8Array): Promise<exceljs.Workbook> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  return book
}
const fillOf = (cell: exceljs.Cell) => (cell.fill as exceljs.FillPattern | undefined)?.fgColor?.argb
const noteOf = (cell: exceljs.Cell) =>
  typeof cell.note === 'string' ? cell.note : (cell.note?.texts ?? []).map(({ text }) => text).join('')
const red = 'FFFFC2BA'
const amber = 'FFFFE3A1'

/** A serial twice, an unknown SKU and a route that is none; a name that is missing in the header. */
const bad = () =>
  goodForm({
    header: { ...goodInput.header, submitterName: '' },
    lines: [
      { row: 1, sku: 'MX960BASE-DC', quantity: 1, route: 'return', serial: 'JN122D0FEAFC' },
      { row: 2, sku: 'MX960BASE-DC', quantity: 1, route: 'return', serial: 'JN122D0FEAFC' },
      { row: 3, sku: 'MX999', quantity: 1, route: 'return', serial: '=1+1<&>' },
    ],
  })

describe('a marked file', () => {
  test('has every problem in its cell, as colour and note, and all of them on one sheet', async () => {
    const bytes = await bad()
    const marks = marksOf(bytes)
    expect(marks.length).toBeGreaterThan(3)
    const book = await opened(marked(bytes))
    for (const { sheet, cell, severity, text } of marks) {
      const place = book.getWorksheet(sheet ?? '')?.getCell(cell ?? '')
      expect(noteOf(place as exceljs.Cell), `${sheet}!${cell}`).toContain(text)
      if (severity === 'error') expect(fillOf(place as exceljs.Cell)).toBe(red)
      else expect([red, amber]).toContain(fillOf(place as exceljs.Cell))
    }
    const list = book.getWorksheet('Probleme') as exceljs.Worksheet
    const listed = [...Array(marks.length).keys()].map((index) => list.getRow(5 + index).getCell(7).text)
    expect(listed).toEqual(marks.map(({ text }) => text))
    expect(list.getColumn(1).hidden).toBe(true)
  })

  test('keeps what else was in it: other parts byte for byte, formats, values and drop-down lists', async () => {
    const bytes = await bad()
    const [before, after] = [unzipSync(bytes), unzipSync(marked(bytes))]
    const touched = Object.keys(after).filter(
      (name) =>
        before[name] === undefined || !Buffer.from(before[name]).equals(after[name] ?? Buffer.alloc(0)),
    )
    expect(touched.sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/comments1.xml',
      'xl/comments2.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/drawings/vmlDrawing2.vml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/_rels/sheet1.xml.rels',
      'xl/worksheets/_rels/sheet2.xml.rels',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
      'xl/worksheets/sheet6.xml',
    ])
    const [one, other] = [await opened(bytes), await opened(marked(bytes))]
    one.eachSheet((sheet) =>
      sheet.eachRow((row, number) =>
        row.eachCell((cell, column) => {
          const same = other.getWorksheet(sheet.name)?.getRow(number).getCell(column)
          expect([same?.value, same?.numFmt]).toEqual([cell.value, cell.numFmt])
        }),
      ),
    )
    expect(strFromU8(after[linesPart] as Uint8Array)).toContain('<dataValidation ')
  })

  test('is read like the file it was made from, also by a person’s other program, and marked again', async () => {
    const bytes = await bad()
    const once = marked(bytes)
    expect(problemsOf(once)).toEqual(problemsOf(bytes))
    expect(readTradeInForm(once, context)).toEqual(readTradeInForm(bytes, context))
    const resaved = new Uint8Array(await (await opened(once)).xlsx.writeBuffer())
    expect(problemsOf(resaved)).toEqual(problemsOf(bytes))
    const twice = await opened(marked(once))
    expect(twice.worksheets.map(({ name }) => name).filter((name) => name.startsWith('Probleme'))).toEqual([
      'Probleme',
    ])
  })

  test('corrected and marked again, has no marks left', async () => {
    const once = marked(await bad())
    const clean = await opened(marked(once, []))
    clean.eachSheet((sheet) => {
      if (sheet.name === 'Probleme') return
      sheet.eachRow((row) =>
        row.eachCell({ includeEmpty: true }, (cell) => {
          expect([red, amber]).not.toContain(fillOf(cell))
          expect(noteOf(cell)).toBe('')
        }),
      )
    })
    expect(clean.getWorksheet('Probleme')?.getCell('B2').text).toBe('Nichts')
  })

  test('leaves other people’s notes where they are', async () => {
    const book = await opened(await bad())
    const lines = book.worksheets[1] as exceljs.Worksheet
    lines.getCell('B6').note = 'Steht im Keller'
    const noted = new Uint8Array(await book.xlsx.writeBuffer())
    const after = await opened(marked(noted))
    expect(noteOf(after.worksheets[1]?.getCell('B6') as exceljs.Cell)).toBe('Steht im Keller')
    const wrong = marksOf(noted).find(({ sheet }) => sheet === lines.name)
    const place = after.worksheets[1]?.getCell(wrong?.cell ?? '') as exceljs.Cell
    expect([red, amber]).toContain(fillOf(place))
  })

  test('gets cells and rows that were not there, in the style of their column', async () => {
    const bytes = withParts(await goodForm(), (parts) => {
      parts[linesPart] = (parts[linesPart] ?? '')
        .replace(/<row r="7".*?<\/row>/s, '')
        .replace(/<c r="F6"[^>]*?(\/>|>.*?<\/c>)/s, '')
    })
    const at = (cell: string): Mark => ({
      severity: 'error',
      sheet: 'Devices',
      cell,
      found: null,
      expected: null,
      text: 'x',
    })
    const sheet = (await opened(marked(bytes, [at('F6'), at('B7'), at('ZZ9000')]))).getWorksheet('Devices')
    for (const cell of ['F6', 'B7', 'ZZ9000']) expect(fillOf(sheet?.getCell(cell) as exceljs.Cell)).toBe(red)
    const rows = [
      ...strFromU8(unzipSync(marked(bytes, [at('B7'), at('F6')]))[linesPart] as Uint8Array).matchAll(
        /<row r="(\d+)"/g,
      ),
    ]
    const numbers = rows.map(([, number]) => Number(number))
    expect(numbers).toEqual([...numbers].sort((one, other) => one - other))
  })

  test('takes prefixes, apostrophes and cells without reference', async () => {
    const bytes = withParts(await goodForm(), (parts) => {
      parts[linesPart] = (parts[linesPart] ?? '')
        .replace('<worksheet xmlns=', '<x:worksheet xmlns:x=')
        .replace(/<(\/?)(?!\/|\?|x:)(\w)/g, '<$1x:$2')
        .replace(/r="(\d+)"/g, "r='$1'")
        .replace(/(<x:c) r="[A-Z]+6"/g, '$1')
    })
    const wrong: Mark = {
      severity: 'warning',
      sheet: 'Devices',
      cell: 'B6',
      found: null,
      expected: null,
      text: 'x',
    }
    const after = marked(bytes, [wrong])
    const reading = readTradeInForm(bytes, context)
    expect(reading.lines).toHaveLength(3)
    expect(readTradeInForm(after, context).lines).toEqual(reading.lines)
    expect(strFromU8(unzipSync(after)[linesPart] as Uint8Array)).toMatch(/<x:legacyDrawing /)
  })

  test('shows what is hostile as text', async () => {
    const bytes = withCell(
      await bad(),
      'F8',
      '<c r="F8" t="inlineStr"><is><t>"&gt;&lt;script&gt;_x0041__x0007_&amp;amp;</t></is></c>',
    )
    const list = (await opened(marked(bytes))).getWorksheet('Probleme') as exceljs.Worksheet
    list.eachRow((row) => row.eachCell((cell) => expect(cell.type).toBe(exceljs.ValueType.String)))
  })

  test('of 10,000 lines, all wrong, is made and read again', async () => {
    const bytes = await goodForm({ lines: manyLines(10_000).map((line) => ({ ...line, sku: 'NOPE-1' })) })
    const marks = marksOf(bytes)
    expect(marks.length).toBeGreaterThan(9_999)
    const after = marked(bytes, marks)
    expect(readTradeInForm(after, context).lines).toHaveLength(10_000)
  }, 60_000)
})

describe('a sheet as data', () => {
  test('comes in pieces, with days as days', async () => {
    const source = await goodForm({ lines: manyLines(450) })
    const first = readSheet({ source, sheet: undefined, after: 0 })
    if ('refused' in first) throw new Error(first.refused)
    expect(first.sheets.filter(({ hidden }) => !hidden).map(({ name }) => name)).toContain('Devices')
    expect(JSON.stringify(first.rows)).toContain('"2026-09-30"')
    let after: number | null = 0
    const numbers: number[] = []
    while (after !== null) {
      const page = readSheet({ source, sheet: 'Devices', after })
      if ('refused' in page) throw new Error(page.refused)
      expect(page.rows.length).toBeLessThanOrEqual(200)
      numbers.push(...page.rows.map(({ row }) => row))
      after = page.next
    }
    expect(numbers).toEqual([...new Set(numbers)])
    expect(numbers.length).toBeGreaterThanOrEqual(450)
    expect(readSheet({ source, sheet: 'Nothing', after: 0 })).toEqual({ refused: 'sheet-not-found' })
  })
})
