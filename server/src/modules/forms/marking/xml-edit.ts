/**
 * Changes in XML that was written by somebody else: by cutting into its text, so that whatever is not meant stays as it
 * is, also what no library knows. The text was read through `scanXml` before and is well-formed.
 */
import { attribute } from '../reader/xml-scan.ts'

export interface Tag {
  readonly kind: 'open' | 'close' | 'empty'
  /** Local name, and the prefix with its colon. */
  readonly name: string
  readonly prefix: string
  /** Raw, for `attribute`. */
  readonly attributes: string
  readonly start: number
  readonly end: number
}

/** Every tag in order; comments, CDATA and instructions are passed over. */
export function* tagsOf(xml: string, from = 0): Generator<Tag, void> {
  for (let start = xml.indexOf('<', from); start !== -1; ) {
    const second = xml[start + 1]
    if (second === '!' || second === '?') {
      const mark = xml.startsWith('<!--', start) ? '-->' : xml.startsWith('<![CDATA[', start) ? ']]>' : '>'
      const end = xml.indexOf(mark, start)
      if (end === -1) return
      start = xml.indexOf('<', end + mark.length)
      continue
    }
    const end = endOfTag(xml, start)
    if (end === -1) return
    const closes = second === '/'
    const empty = !closes && xml[end - 2] === '/'
    const inner = xml.slice(start + (closes ? 2 : 1), end - (empty ? 2 : 1))
    const blank = inner.search(/\s/)
    const whole = blank === -1 ? inner : inner.slice(0, blank)
    const colon = whole.indexOf(':') + 1
    yield {
      kind: closes ? 'close' : empty ? 'empty' : 'open',
      name: whole.slice(colon),
      prefix: whole.slice(0, colon),
      attributes: blank === -1 ? '' : inner.slice(blank),
      start,
      end,
    }
    start = xml.indexOf('<', end)
  }
}

function endOfTag(xml: string, start: number): number {
  let quote = ''
  for (let at = start + 1; at < xml.length; at += 1) {
    const character = xml[at] as string
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === '>') return at + 1
  }
  return -1
}

/** The raw tag with one attribute set; the others keep their spelling and order. */
export function withAttribute(tag: string, name: string, value: string): string {
  const there = new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`)
  const written = `"${escaped(value)}"`
  return there.test(tag)
    ? tag.replace(there, (_, before: string) => before + written)
    : tag.replace(/\s*(\/?)>$/, (_, slash: string) => ` ${name}=${written}${slash}>`)
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Text for an element or an attribute, without the characters that XML 1.0 cannot hold. */
export const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replace(/[&<>"]/g, (character) => entities[character] ?? '')

/** Puts new elements before the end of the first element with this name; `xml` unchanged when there is none. */
export function appendInto(xml: string, parent: string, added: (prefix: string) => string): string {
  for (const tag of tagsOf(xml)) {
    if (tag.name !== parent) continue
    if (tag.kind === 'empty') {
      const open = xml.slice(tag.start, tag.end).replace(/\s*\/>$/, '>')
      return `${xml.slice(0, tag.start)}${open}${added(tag.prefix)}</${tag.prefix}${tag.name}>${xml.slice(tag.end)}`
    }
    if (tag.kind === 'close') return xml.slice(0, tag.start) + added(tag.prefix) + xml.slice(tag.start)
  }
  return xml
}

/** Values of an attribute on all elements with this name. */
export const valuesOf = (xml: string, element: string, name: string): string[] =>
  [...tagsOf(xml)].flatMap((tag) =>
    tag.name === element && tag.kind !== 'close' ? (attribute(tag.attributes, name) ?? []) : [],
  )
