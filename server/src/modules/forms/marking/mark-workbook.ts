/**
 * The file as it was handed in, with every problem marked in its cell and listed on one added sheet. Made by changing
 * the few parts that say so: all other parts are packed again byte for byte. Rejected: opening and saving with hucre,
 * which writes every sheet anew from doubles, and so changes digits of serial numbers that the customer has to see.
 */
import { zipSync } from 'fflate'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import { isMarked } from '../reader/layout.ts'
import {
  columnOf,
  folderOf,
  openWorkbook,
  type Row,
  relationsOf,
  relationsPath,
  type Sheet,
} from '../reader/workbook.ts'
import { scanXml } from '../reader/xml-scan.ts'
import { type Archive, openArchive } from '../reader/zip-guard.ts'
import { problemsMark } from '../rules/marks.ts'
import { cellStyles, type Severity } from './cell-styles.ts'
import type { Mark, MarkWords } from './mark.ts'
import { markCells } from './mark-cells.ts'
import { commentsPart, drawingPart, mostNotes, type Note, noteHead } from './notes.ts'
import { problemSheet } from './problem-sheet.ts'
import { appendInto, escaped, tagsOf, valuesOf } from './xml-edit.ts'

export type NotMarked = Refusal<'form-unreadable', { readonly why: string }>

/** The two flavours of ECMA-376 differ in the addresses of their namespaces; VML notes exist in the first only. */
const flavours = {
  transitional: {
    main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
    relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  },
  strict: {
    main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
    relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  },
} as const
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'

export function markWorkbook(
  bytes: Uint8Array,
  marks: readonly Mark[],
  words: MarkWords,
): Uint8Array | NotMarked {
  const archive = openArchive(bytes, () => true)
  if (isRefused(archive)) return { refused: 'form-unreadable', why: archive.refused }
  const workbook = openWorkbook(archive)
  if (isRefused(workbook)) return { refused: 'form-unreadable', why: workbook.refused }
  const changed = new Map<string, string>()
  const text = (name: string): string | undefined => {
    const known = changed.get(name)
    if (known !== undefined) return known
    const part = archive.part(name)
    return part && new TextDecoder().decode(part)
  }
  const book = text(workbook.path) ?? ''
  const flavour = book.includes(flavours.strict.main) ? flavours.strict : flavours.transitional
  const relation = (type: string) => `${flavour.relations}/${type}`
  const taken = new Set(archive.names.map((name) => name.toLowerCase()))
  const freeName = (start: string, end: string): string => {
    let number = 1
    while (taken.has(`${start}${number}${end}`.toLowerCase())) number += 1
    taken.add(`${start}${number}${end}`.toLowerCase())
    return `${start}${number}${end}`
  }
  /** Adds a relation of a part and answers its id. */
  const refer = (from: string, type: string, to: string): string => {
    const path = relationsPath(from)
    const there = text(path) ?? `<Relationships xmlns="${packageRelations}"></Relationships>`
    const ids = new Set(valuesOf(there, 'Relationship', 'Id'))
    let number = 1
    while (ids.has(`rIdTmip${number}`)) number += 1
    const id = `rIdTmip${number}`
    changed.set(
      path,
      appendInto(
        there,
        'Relationships',
        (prefix) =>
          `<${prefix}Relationship Id="${id}" Type="${relation(type)}" Target="${escaped(relativeTo(from, to))}"/>`,
      ),
    )
    return id
  }
  const contentType = (element: string) => {
    const types = text('[Content_Types].xml') ?? ''
    changed.set(
      '[Content_Types].xml',
      appendInto(types, 'Types', (prefix) => `<${prefix}${element}`),
    )
  }

  const bookRelations = relationsOf(archive, workbook.path)
  const stylesPath = bookRelations.find(({ type }) => type === 'styles')?.target
  const styles = stylesPath === undefined ? null : cellStyles(text(stylesPath) ?? '')
  let notesLeft = mostNotes
  for (const sheet of workbook.sheets) {
    if (isProblemSheet(sheet)) continue
    const here = marks.filter((mark) => mark.sheet === sheet.name)
    const places = placesOf(here)
    const own = ownNotes(sheet, archive, text)
    if (places.size === 0 && own === null) continue
    const notes = notesOf(places, here).slice(0, notesLeft)
    const canHold = flavour === flavours.transitional && (own !== null || !holdsNotes(sheet, text))
    let link: { relation: string; namespace: string } | null = null
    if (own !== null) {
      changed.set(own.comments, commentsPart(notes, flavour.main))
      changed.set(own.drawing, drawingPart(notes))
    } else if (canHold && notes.length > 0) {
      const comments = freeName('xl/comments', '.xml')
      const drawing = freeName('xl/drawings/vmlDrawing', '.vml')
      changed.set(comments, commentsPart(notes, flavour.main))
      changed.set(drawing, drawingPart(notes))
      refer(sheet.path, 'comments', comments)
      link = { relation: refer(sheet.path, 'vmlDrawing', drawing), namespace: flavour.relations }
      contentType(
        `Override PartName="/${comments}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`,
      )
      if (!valuesOf(text('[Content_Types].xml') ?? '', 'Default', 'Extension').includes('vml'))
        contentType(
          'Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
        )
    }
    if (canHold) notesLeft -= notes.length
    const byRow = new Map<number, Map<number, Severity>>()
    for (const { row, column, severity } of places.values())
      byRow.set(row, (byRow.get(row) ?? new Map()).set(column, severity))
    if (styles !== null) changed.set(sheet.path, markCells(text(sheet.path) ?? '', byRow, styles, link))
  }

  const before = workbook.sheets.find(isProblemSheet)
  const list = before?.path ?? freeName('xl/worksheets/sheet', '.xml')
  changed.set(list, problemSheet(marks, words, styles, flavour.main))
  if (before === undefined) {
    const id = refer(workbook.path, 'worksheet', list)
    const number = Math.max(0, ...valuesOf(book, 'sheet', 'sheetId').map(Number).filter(Number.isFinite)) + 1
    const names = new Set(workbook.sheets.map(({ name }) => name.toLowerCase()))
    let name = words.sheetName
    for (let again = 2; names.has(name.toLowerCase()); again += 1) name = `${words.sheetName} ${again}`
    changed.set(
      workbook.path,
      appendInto(
        book,
        'sheets',
        (prefix) =>
          `<${prefix}sheet xmlns:r="${flavour.relations}" name="${escaped(name)}" sheetId="${number}" r:id="${id}"/>`,
      ),
    )
    contentType(
      `Override PartName="/${list}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
    )
  }
  if (styles !== null && stylesPath !== undefined) changed.set(stylesPath, styles.xml())
  return packed(archive.names, (name) => archive.part(name), changed)
}

/** Every problem of a cell, the worse colour first. */
function placesOf(marks: readonly Mark[]) {
  const places = new Map<string, { cell: string; row: number; column: number; severity: Severity }>()
  for (const { cell, severity } of marks) {
    const column = columnOf(cell)
    const row = Number(/^[A-Z]{1,3}(\d{1,7})$/.exec(cell ?? '')?.[1])
    if (cell === null || column === null || !(row > 0)) continue
    const known = places.get(cell)
    if (known === undefined || severity === 'error') places.set(cell, { cell, row, column, severity })
  }
  return places
}

const notesOf = (places: ReturnType<typeof placesOf>, marks: readonly Mark[]): Note[] => {
  const texts = new Map<string, string[]>()
  for (const { cell, text } of marks)
    if (cell !== null) texts.set(cell, [...(texts.get(cell) ?? []), text].slice(0, 5))
  return [...places.values()].map(({ cell, row, column }) => ({
    cell,
    row,
    column,
    text: (texts.get(cell) ?? []).join('\n').slice(0, 2_000),
  }))
}

function isProblemSheet(sheet: Sheet): boolean {
  const first: Row[] = []
  sheet.read((row) => first.push(row) < 1)
  return isMarked(first, problemsMark)
}

/** A sheet has one drawing of notes. Whose notes stand on it already keeps them, and gets ours as colours and list only. */
const holdsNotes = (sheet: Sheet, text: (name: string) => string | undefined): boolean => {
  for (const tag of tagsOf(text(sheet.path) ?? '')) if (tag.name === 'legacyDrawing') return true
  return (
    text(relationsPath(sheet.path)) !== undefined &&
    valuesOf(text(relationsPath(sheet.path)) ?? '', 'Relationship', 'Type').some((type) =>
      /\/(comments|threadedComment)$/.test(type),
    )
  )
}

/** The parts with our notes of an earlier time, if nobody else wrote any. */
function ownNotes(
  sheet: Sheet,
  archive: Archive,
  text: (name: string) => string | undefined,
): { readonly comments: string; readonly drawing: string } | null {
  const related = relationsOf(archive, sheet.path)
  const comments = related.filter(({ type }) => type === 'comments')
  const drawings = related.filter(({ type }) => type === 'vmlDrawing')
  const [only] = comments
  const [drawing] = drawings
  if (only === undefined || drawing === undefined || comments.length + drawings.length > 2) return null
  if (related.some(({ type }) => type === 'threadedComment') || !holdsNotes(sheet, text)) return null
  const part = archive.part(only.target)
  return part !== undefined && allBeginWith(part, noteHead)
    ? { comments: only.target, drawing: drawing.target }
    : null
}

/** Whether there are notes and each begins so. */
function allBeginWith(part: Uint8Array, head: string): boolean {
  const texts: string[] = []
  let inText = false
  const scanned = scanXml(part, {
    open: (name) => {
      if (name === 'comment') texts.push('')
      inText = name === 't'
    },
    text: (text) => {
      if (inText && texts.length > 0) texts[texts.length - 1] += text
    },
    close: () => {
      inText = false
    },
  })
  return scanned === 'whole' && texts.every((text) => text.startsWith(head))
}

/** Relative, because some readers do not follow addresses that begin at the root. */
function relativeTo(from: string, to: string): string {
  const here = folderOf(from).split('/').slice(0, -1)
  const there = to.split('/')
  while (here.length > 0 && here[0] === there[0]) {
    here.shift()
    there.shift()
  }
  return [...here.map(() => '..'), ...there].join('/')
}

/** The earliest moment a ZIP can name: the same file marked twice is the same file. */
const moment = new Date(1980, 0, 1, 12)

function packed(
  names: readonly string[],
  part: (name: string) => Uint8Array | undefined,
  changed: ReadonlyMap<string, string>,
): Uint8Array {
  // Without a prototype: a part may be called anything.
  const files: Record<string, Uint8Array> = Object.create(null)
  for (const name of new Set([...names, ...changed.keys()])) {
    const text = changed.get(name)
    files[name] = text === undefined ? (part(name) ?? new Uint8Array()) : new TextEncoder().encode(text)
  }
  return zipSync(files, { level: 6, mtime: moment })
}
