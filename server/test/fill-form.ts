/** Fills a downloaded trade-in form with another program than the one that wrote it, as a person would in Excel. */
import exceljs from 'exceljs'

export { requiredHeader } from './fixtures/required-header.ts'

type Values = Readonly<Record<string, string | number>>

/** Fields are found by the keys that the form carries in a hidden column and a hidden row; lines by their row number. */
export async function fillForm(
  bytes: Uint8Array,
  header: Values,
  lines: Readonly<Record<number, Values>>,
): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  let written = 0
  for (const sheet of book.worksheets) {
    const columns = new Map<string, number>()
    sheet.eachRow((row) => {
      const first = row.getCell(1).text
      const value = header[first.replace('tmip.header.', '')]
      if (first.startsWith('tmip.header.') && value !== undefined) {
        row.getCell(3).value = value
        written += 1
      }
      row.eachCell((cell, column) => {
        const key = /^tmip\.line\.(\w+)$/.exec(cell.text)?.[1]
        if (key !== undefined) columns.set(key, column)
      })
      const line = columns.size > 0 ? lines[Number(first)] : undefined
      for (const [key, text] of Object.entries(line ?? {})) {
        row.getCell(columns.get(key) ?? 0).value = text
        written += 1
      }
    })
  }
  const expected =
    Object.keys(header).length + Object.values(lines).reduce((sum, line) => sum + Object.keys(line).length, 0)
  if (written !== expected) throw new Error(`the form took ${written} of ${expected} values`)
  return new Uint8Array(await book.xlsx.writeBuffer())
}
