import { attribute } from '../reader/xml-scan.ts'
import { appendInto, tagsOf, withAttribute } from './xml-edit.ts'

export type Severity = 'error' | 'warning'

/** Soft red and amber, known again by their exact value when a marked file comes back and is marked anew. */
const colours: Readonly<Record<Severity | 'heading', string>> = {
  error: 'FFFFC2BA',
  warning: 'FFFFE3A1',
  heading: 'FFD7E3EA',
}
const kinds = Object.keys(colours) as (keyof typeof colours)[]

/**
 * The styles of a workbook, with those added that are asked for. A marked cell keeps its style but for the fill, since
 * the number format beside it decides what its digits mean.
 */
export interface CellStyles {
  readonly marked: (style: number, severity: Severity) => number
  /** The style as it was before we marked it; the same one if we did not. */
  readonly unmarked: (style: number) => number
  /** For our own sheet: wrapped text, and the row of headings. */
  readonly wrapped: () => number
  readonly heading: () => number
  readonly xml: () => string
}

/** Null when the part is not as any program writes it; the cells then stay as they are. */
export function cellStyles(original: string): CellStyles | null {
  const fills = elementsIn(original, 'fills', 'fill')
  const formats = elementsIn(original, 'cellXfs', 'xf')
  if (fills === null || formats === null || formats.items.length === 0) return null
  const { prefix } = fills
  const known = formats.items.length
  const added: string[] = []
  const made = new Map<string, number>()
  const asked = new Map<string, number>()
  const ours = new Set(
    fills.items.flatMap((fill, index) =>
      kinds.some((kind) => fill.toUpperCase().includes(`"${colours[kind]}"`)) ? [index] : [],
    ),
  )
  const coloured = new Set(
    formats.items.flatMap((xf, style) =>
      ours.has(Number(attribute(firstTag(xf), 'fillId') ?? '0')) ? [style] : [],
    ),
  )
  const derived = (style: number, fill: number, change: (xf: string) => string = (xf) => xf): number => {
    const base = style < known ? style : 0
    const tag = firstTag(formats.items[base] ?? '')
    const rest = (formats.items[base] ?? '').slice(tag.length)
    const xf = change(
      withAttribute(withAttribute(tag, 'fillId', String(fill)), 'applyFill', fill === 0 ? '0' : '1') + rest,
    )
    const index = made.get(xf) ?? known + added.push(xf) - 1
    made.set(xf, index)
    return index
  }
  const fillFor = (kind: keyof typeof colours) => fills.items.length + kinds.indexOf(kind)
  const wrap = (xf: string) => {
    const tag = firstTag(xf)
    const open = withAttribute(withAttribute(tag, 'applyAlignment', '1'), 'numFmtId', '49').replace(
      /\s*\/>$/,
      '>',
    )
    return `${open}<${prefix}alignment vertical="top" wrapText="1"/></${prefix}xf>`
  }
  return {
    marked: (style, severity) => {
      // Asked for each marked cell, answered from few styles.
      const key = `${style} ${severity}`
      const index = asked.get(key) ?? derived(style, fillFor(severity))
      asked.set(key, index)
      return index
    },
    unmarked: (style) => (coloured.has(style) ? derived(style, 0) : style),
    wrapped: () => derived(0, 0, wrap),
    heading: () => derived(0, fillFor('heading'), wrap),
    xml: () => {
      const colour = (kind: keyof typeof colours) =>
        `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${colours[kind]}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`
      const filled = appendInto(original, 'fills', () => kinds.map(colour).join(''))
      const counted = counting(filled, 'fills', fills.items.length + kinds.length)
      return counting(
        appendInto(counted, 'cellXfs', () => added.join('')),
        'cellXfs',
        known + added.length,
      )
    },
  }
}

const firstTag = (element: string): string => element.slice(0, element.indexOf('>') + 1)

const counting = (xml: string, list: string, count: number): string => {
  for (const tag of tagsOf(xml))
    if (tag.name === list)
      return (
        xml.slice(0, tag.start) +
        withAttribute(xml.slice(tag.start, tag.end), 'count', String(count)) +
        xml.slice(tag.end)
      )
  return xml
}

/** The raw elements of a list, in order. */
function elementsIn(
  xml: string,
  list: string,
  element: string,
): { readonly prefix: string; readonly items: readonly string[] } | null {
  const items: string[] = []
  let prefix: string | null = null
  let start = -1
  for (const tag of tagsOf(xml)) {
    if (tag.name === list) {
      if (tag.kind !== 'open') break
      prefix = tag.prefix
    } else if (prefix !== null && tag.name === element) {
      if (tag.kind === 'empty') items.push(xml.slice(tag.start, tag.end))
      else if (tag.kind === 'open') start = tag.start
      else items.push(xml.slice(start, tag.end))
    }
  }
  return prefix === null ? null : { prefix, items }
}
