import { CsvError, parse } from 'csv-parse/sync'
import { mostCells, rowOfTexts, sheetOfRows } from './rows-sheet.ts'
import type { Row, Workbook, WorkbookRefusal } from './workbook.ts'

/** A CSV file has one sheet and no name for it; what is said of its cells names this. */
const csvSheetName = 'CSV'

const delimiters = [';', ',', '\t', '|'] as const
const longestRecord = 1024 * 1024

/**
 * Text with one record a line as a workbook with one sheet. Rows are counted as a spreadsheet program shows them: by
 * records, so that a line break inside a cell does not shift the numbers below.
 */
export function openCsv(text: string): Workbook | WorkbookRefusal {
  const { delimiter, from } = dialectOf(text)
  // Counted beforehand: the parser takes 6 µs for an empty record, and nothing can stop it in the middle.
  if (isTooLarge(text, delimiter.charCodeAt(0))) return { refused: 'inflates-too-large', part: csvSheetName }
  const rows: Row[] = []
  let number = 0
  try {
    parse(text.slice(from), {
      delimiter,
      // A quote inside an unquoted field is an inch sign, not the start of anything.
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: longestRecord,
      // Records are not kept: the parser would hold them all a second time.
      on_record: (record: string[]) => {
        number += 1
        const row = rowOfTexts(number, record.map(unwrapped))
        if (row.cells.size > 0) rows.push(row)
        return null
      },
    })
  } catch (error) {
    if (error instanceof CsvError) return { refused: 'damaged', part: csvSheetName }
    throw error
  }
  return { path: '', sheets: [sheetOfRows(csvSheetName, rows)] }
}

const mostRecords = 250_000
/** Delimiters inside quotes count too; the bound is high enough for that. */
function isTooLarge(text: string, delimiter: number): boolean {
  let fields = 0
  let records = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === delimiter) fields += 1
    else if (code === 10 || code === 13) records += 1
  }
  return fields + records > 2 * mostCells || records > mostRecords
}

/** `="00123"` is how people make Excel keep zeros in a CSV file: it shows the text in it. */
const unwrapped = (field: string): string => /^\s*="([^"]*)"\s*$/.exec(field)?.[1] ?? field

/** The delimiter and where the table begins: Excel's own first line `sep=;` says it and is no row. */
function dialectOf(text: string): { readonly delimiter: string; readonly from: number } {
  const said = /^sep=(.)\r?\n/i.exec(text)
  if (said?.[1] !== undefined) return { delimiter: said[1], from: said[0].length }
  const head = text.slice(0, 32_768)
  const scored = delimiters.map((delimiter) => ({ delimiter, score: evenness(head, delimiter) }))
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one))
  return { delimiter: best.score > 0 ? best.delimiter : ',', from: 0 }
}

/**
 * How much the text looks like a table with this delimiter: lines that agree on the commonest number of fields, times
 * that number. Addresses with commas in them are in every second list of this world, but not equally many in each line.
 */
function evenness(text: string, delimiter: string): number {
  const counts = new Map<number, number>()
  let fields = 1
  let quoted = false
  let lines = 0
  for (const character of text) {
    if (character === '"') quoted = !quoted
    else if (quoted) continue
    else if (character === delimiter) fields += 1
    else if (character === '\n') {
      if (fields > 1) counts.set(fields, (counts.get(fields) ?? 0) + 1)
      fields = 1
      lines += 1
      if (lines === 200) break
    }
  }
  if (fields > 1) counts.set(fields, (counts.get(fields) ?? 0) + 1)
  let best = 0
  for (const [count, agreeing] of counts) best = Math.max(best, agreeing * (count - 1) ** 0.5)
  return best
}
