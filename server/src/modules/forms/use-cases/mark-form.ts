import { message } from '../../../messages/index.ts'
import { allOf } from '../../../platform/confined-worker/draw-picture.ts'
import type { ConfinementRefusal } from '../../../platform/confined-worker/run-confined.ts'
import { firstRow } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import type { FileAnswer } from '../../../platform/http/operation.ts'
import type { Language } from '../../../values/language.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import type { FormFact } from '../facts.ts'
import { markInWorker } from '../marking/mark-in-worker.ts'
import type { NotMarked } from '../marking/mark-workbook.ts'
import { readSheetInWorker, type SheetPage, type SheetRefusal } from '../reader/read-sheet.ts'
import { type FormVersionRow, formVersion } from '../storage/form-versions.ts'
import { problemsIn } from './word-problems.ts'

type FormNotFound = Refusal<'form-not-found'>

const fileOf = ({ files }: Pick<House<FormFact>, 'files'>, form: FormVersionRow): Promise<Uint8Array> =>
  allOf(files.read(form.file.toString('hex')))

/** The file as it was handed in, with each problem marked in its cell, in the words of whoever downloads it. */
export async function markedForm(
  house: House<FormFact>,
  { id, version, language }: { id: string; version: number; language: Language },
): Promise<Omit<FileAnswer, 'mediaType'> | FormNotFound | NotMarked | ConfinementRefusal> {
  const form = await firstRow(house.db, formVersion, [id, version])
  if (form === undefined) return { refused: 'form-not-found' }
  const word = (key: 'sheet-name' | 'title' | 'hint' | 'none' | (typeof columns)[number]) =>
    message(language, 'forms', `marked.${key}`)
  const file = await markInWorker({
    source: await fileOf(house, form),
    marks: problemsIn(house, form.reading, language).map(
      ({ severity, sheet, cell, found, expected, message: text }) => ({
        severity,
        sheet,
        cell,
        found,
        expected,
        text,
      }),
    ),
    words: {
      sheetName: word('sheet-name'),
      title: word('title'),
      hint: word('hint'),
      none: word('none'),
      columns: columns.map(word),
      error: message(language, 'forms', 'reading.error'),
      warning: message(language, 'forms', 'reading.warning'),
    },
  })
  if (isRefused(file)) return file
  const name = form.file_name.replace(/\.(xlsx?|ods|fods|csv|tsv|txt|xml)$/i, '')
  return { file, fileName: `${message(language, 'forms', 'marked.file-name', { name })}.xlsx` }
}
const columns = ['severity', 'sheet', 'cell', 'found', 'expected', 'text'] as const

/** A piece of a sheet as it stands in the file, with what is wrong in each cell. */
export async function sheetOfForm(
  house: House<FormFact>,
  { id, version, sheet, after }: { id: string; version: number; sheet: string | undefined; after: number },
): Promise<
  | FormNotFound
  | SheetRefusal
  | ConfinementRefusal
  | (Omit<SheetPage, 'rows'> & {
      rows: { row: number; hidden: boolean; cells: { cell: string; text: string; problems: string[] }[] }[]
    })
> {
  const form = await firstRow(house.db, formVersion, [id, version])
  if (form === undefined) return { refused: 'form-not-found' }
  const page = await readSheetInWorker({ source: await fileOf(house, form), sheet, after })
  if (isRefused(page)) return page
  const codes = new Map<string, string[]>()
  for (const { sheet: on, cell, code } of problemsIn(house, form.reading, 'en'))
    if (on === page.sheet && cell !== null) codes.set(cell, [...(codes.get(cell) ?? []), code])
  return {
    ...page,
    rows: page.rows.map(({ row, hidden, cells }) => ({
      row,
      hidden,
      cells: [
        ...cells.map(({ cell, text }) => ({ cell, text, problems: codes.get(cell) ?? [] })),
        ...missing(codes, row, new Set(cells.map(({ cell }) => cell))),
      ],
    })),
  }
}

/** Empty cells in which something should stand. */
const missing = (codes: ReadonlyMap<string, string[]>, row: number, there: ReadonlySet<string>) =>
  [...codes]
    .filter(([cell]) => !there.has(cell) && Number(/\d+$/.exec(cell)?.[0]) === row)
    .map(([cell, problems]) => ({ cell, text: '', problems }))
