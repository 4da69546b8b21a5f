/**
 * A scanner for the XML inside a workbook: UTF-8, no DOCTYPE (so no entity of one's own and nothing to fetch), local
 * names only. It reads the bytes piece by piece and never holds the document, and hands attributes over unparsed:
 * of the 25 ns a token takes, building an object for the attributes of every cell would be the larger part.
 */
export interface XmlHandlers {
  /** `attributes` is the raw text; ask with `attribute`. Return false to stop. */
  readonly open?: (name: string, attributes: string) => unknown
  readonly text?: (text: string) => void
  /** Return false to stop. */
  readonly close?: (name: string) => unknown
}

const pieceBytes = 64 * 1024
/** A cell holds at most 32,767 characters; whatever stays open for so long is no workbook of anybody's. */
const longestToken = 1024 * 1024

export function scanXml(bytes: Uint8Array, handlers: XmlHandlers): 'whole' | 'stopped' | 'malformed' {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const open: string[] = []
  let rest = ''
  let seenRoot = false
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    const last = from + pieceBytes >= bytes.length
    try {
      rest += decoder.decode(bytes.subarray(from, from + pieceBytes), { stream: !last })
    } catch {
      return 'malformed'
    }
    let at = 0
    while (at < rest.length) {
      if (rest.charCodeAt(at) !== lessThan) {
        const end = rest.indexOf('<', at)
        if (end === -1) break
        if (open.length > 0) handlers.text?.(decoded(rest.slice(at, end)))
        at = end
        continue
      }
      const end = tokenEnd(rest, at)
      if (end === 'malformed') return end
      if (end === -1) break
      const second = rest.charCodeAt(at + 1)
      if (second === exclamation) {
        if (rest.startsWith('<![CDATA[', at)) handlers.text?.(rest.slice(at + 9, end - 3))
      } else if (second === slash) {
        const name = localName(rest.slice(at + 2, end - 1).trim())
        if (open.pop() !== name) return 'malformed'
        if (handlers.close?.(name) === false) return 'stopped'
      } else if (second !== question) {
        const empty = rest.charCodeAt(end - 2) === slash
        const inner = rest.slice(at + 1, end - (empty ? 2 : 1))
        const blank = inner.search(/\s/)
        const name = localName(blank === -1 ? inner : inner.slice(0, blank))
        if (name === '' || (open.length === 0 && seenRoot) || open.length > 200) return 'malformed'
        seenRoot = true
        if (handlers.open?.(name, blank === -1 ? '' : inner.slice(blank)) === false) return 'stopped'
        if (!empty) open.push(name)
        else if (handlers.close?.(name) === false) return 'stopped'
      }
      at = end
    }
    rest = rest.slice(at)
    if (rest.length > longestToken) return 'malformed'
  }
  return seenRoot && open.length === 0 && rest.trim() === '' ? 'whole' : 'malformed'
}

const lessThan = 60
const exclamation = 33
const question = 63
const slash = 47

/** Position after the token that starts at a `<`; -1 when it ends in a later piece. */
function tokenEnd(text: string, at: number): number | 'malformed' {
  const after = (mark: string): number => {
    const found = text.indexOf(mark, at)
    return found === -1 ? -1 : found + mark.length
  }
  if (text.startsWith('<?', at)) return after('?>')
  if (text.startsWith('<!', at)) {
    if (text.startsWith('<!--', at)) return after('-->')
    if (text.startsWith('<![CDATA[', at)) return after(']]>')
    return text.length - at < 9 ? -1 : 'malformed'
  }
  let quote = 0
  for (let index = at + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 34 || code === 39) quote = code
    else if (code === 62) return index + 1
    else if (code === lessThan) return 'malformed'
  }
  return -1
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const decoded = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
        if (name !== undefined) return named[name] ?? whole
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
        return code > 0x10ffff ? whole : String.fromCodePoint(code)
      })
    : text

const patterns = new Map<string, RegExp>()
/**
 * The value of an attribute by its local name, null when it has none: `attribute(' r="B2" s="4"', 's')` is `4`. The
 * spelling that every program writes is searched first: of 10,000 lines' reading the pattern alone took a third.
 */
export function attribute(attributes: string, name: string): string | null {
  const usual = attributes.indexOf(` ${name}="`)
  if (usual !== -1) {
    const start = usual + name.length + 3
    return decoded(attributes.slice(start, attributes.indexOf('"', start)))
  }
  if (!attributes.includes(name)) return null
  let pattern = patterns.get(name)
  if (pattern === undefined) {
    pattern = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    patterns.set(name, pattern)
  }
  const found = pattern.exec(attributes)
  return found === null ? null : decoded(found[1] ?? found[2] ?? '')
}
