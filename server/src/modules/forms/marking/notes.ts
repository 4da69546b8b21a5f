/**
 * Notes on cells (ECMA-376 part 1, 18.7) and the shapes that every program still wants for them, in VML (part 4,
 * chapter 19). Positions are in columns and rows of the sheet, so that a note stands beside its cell.
 */
import { escaped } from './xml-edit.ts'

export interface Note {
  readonly row: number
  readonly column: number
  readonly cell: string
  readonly text: string
}

/**
 * How each note of ours begins: when a marked file comes back, ours are replaced and other people's are not touched. In
 * the text and not as the author, because LibreOffice drops authors.
 */
export const noteHead = 'TMIP: '

/** Excel gets slow with more; the cells beyond have their colour and their line in the list. */
export const mostNotes = 2_000

export const commentsPart = (notes: readonly Note[], namespace: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${namespace}"><authors><author>TMIP</author></authors><commentList>${notes
    .map(
      ({ cell, text }) =>
        `<comment ref="${cell}" authorId="0"><text><r><t xml:space="preserve">${escaped(noteHead + text)}</t></r></text></comment>`,
    )
    .join('')}</commentList></comments>`

/** Characters in a line of a note, and its lines. */
const linesOf = (text: string): number =>
  text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / 38), 0)

const shape = ({ row, column, text }: Note, index: number): string => {
  const height = Math.min(24, linesOf(text) + 1)
  const anchor = [column + 1, 12, Math.max(0, row - 2), 6, column + 4, 12, Math.max(0, row - 2) + height, 6]
  return `<v:shape id="_x0000_s${2049 + index}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:200pt;height:${height * 15}pt;z-index:${index + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor.join(', ')}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
}

export const drawingPart = (notes: readonly Note[]): string =>
  `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="2"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${notes
    .map(shape)
    .join('')}</xml>`
