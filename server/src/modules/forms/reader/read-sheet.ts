import { type ConfinementRefusal, runConfined } from '../../../platform/confined-worker/run-confined.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import { address, type Cell, dayOfSerialDate, isDateFormat } from '../rules/cells.ts'
import { withoutOldFormat } from './old-workbook.ts'
import { openFile } from './open-file.ts'

/** A piece of a sheet as data, for a person to look at beside what was read. */
export interface SheetPage {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[]
  readonly sheet: string
  readonly rows: readonly {
    readonly row: number
    readonly hidden: boolean
    readonly cells: readonly { readonly cell: string; readonly text: string }[]
  }[]
  /** Pass it as `after` for the rows that follow; null when there are none. */
  readonly next: number | null
}
export type SheetRefusal = Refusal<'sheet-not-found'> | Refusal<'form-unreadable', { readonly why: string }>

interface SheetTask {
  readonly source: Uint8Array
  /** The first that is not hidden when left out. */
  readonly sheet: string | undefined
  /** Number of the last row that is known. */
  readonly after: number
}

const most = { rows: 200, columns: 60, characters: 500 } as const

export const readSheetInWorker = (task: SheetTask): Promise<SheetPage | SheetRefusal | ConfinementRefusal> =>
  runConfined<SheetPage | SheetRefusal>({
    module: new URL('./read-sheet.ts', import.meta.url),
    exportName: 'readSheetSource',
    input: task,
    limits: { seconds: 10, megabytes: 300 },
  })

/** Inside the confined process. */
export async function readSheetSource(task: SheetTask): Promise<SheetPage | SheetRefusal> {
  const current = await withoutOldFormat(task.source)
  return isRefused(current)
    ? { refused: 'form-unreadable', why: current.refused }
    : readSheet({ ...task, source: current.bytes })
}

export function readSheet({ source, sheet: wanted, after }: SheetTask): SheetPage | SheetRefusal {
  const opened = openFile(source)
  if (isRefused(opened)) return { refused: 'form-unreadable', why: opened.refused }
  const { sheets } = opened.workbook
  const sheet =
    wanted === undefined
      ? (sheets.find(({ hidden }) => !hidden) ?? sheets[0])
      : sheets.find(({ name }) => name === wanted)
  if (sheet === undefined) return { refused: 'sheet-not-found' }
  const rows: SheetPage['rows'][number][] = []
  let more = false
  sheet.read(({ number, hidden, cells }) => {
    if (number <= after || cells.size === 0) return true
    more = rows.length === most.rows
    if (!more) rows.push({ row: number, hidden, cells: shown(cells, number) })
    return !more
  })
  return {
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    sheet: sheet.name,
    rows,
    next: more ? (rows.at(-1)?.row ?? null) : null,
  }
}

const shown = (cells: ReadonlyMap<number, Cell>, row: number) =>
  [...cells]
    .filter(([column]) => column < most.columns)
    .sort(([one], [other]) => one - other)
    .map(([column, cell]) => ({ cell: address(column, row), text: textOf(cell).slice(0, most.characters) }))

function textOf({ kind, text, format }: Cell): string {
  if (kind === 'boolean') return text === '1' ? 'TRUE' : 'FALSE'
  if (kind !== 'number' || !isDateFormat(format)) return text
  const days = Number(text)
  // Years 1900 to 9999, which is all that a spreadsheet can show as a day.
  return days >= 1 && days < 2_958_466 ? dayOfSerialDate(days) : text
}
