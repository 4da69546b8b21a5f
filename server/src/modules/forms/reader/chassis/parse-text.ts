import { type ChassisInventory, type ChassisItem, isChassis } from './inventory-items.ts'

/**
 * The table that `show chassis hardware` prints. Its columns stand where its heading says, which differs from release to
 * release; a value that is too long shifts those after it, and then the shape of part numbers tells the fields apart.
 */
export function parseChassisText(text: string): readonly ChassisInventory[] {
  const found: { host: string; member: string; items: ChassisItem[] }[] = []
  let columns: Columns | null = null
  let host = ''
  let member = ''
  let lastLength = 0
  for (const raw of text.split(/\r\n|\n|\r/)) {
    // Descriptions are short; on lines without end the patterns below would take time with their square.
    const line = raw
      .slice(0, longestLine)
      .replace(/^---\(more[^)]*\)---\s*/, '')
      .replaceAll('\t', '        ')
      .trimEnd()
    const heading = columnsOf(line)
    if (heading !== null) {
      columns = heading
      continue
    }
    const prompt = /^(?:\S+@)([\w.-]{1,60})[>#%]/.exec(line)
    if (prompt !== null) {
      host = prompt[1] ?? ''
      member = ''
      columns = null
      continue
    }
    const named = /^([A-Za-z][\w.-]{0,30}):$/.exec(line)
    if (named !== null) {
      member = named[1] ?? ''
      columns = null
      continue
    }
    if (columns === null || line.trim() === '' || /^(-{5,}|\{.*\}|Hardware inventory:)$/.test(line.trim()))
      continue
    const item = itemOf(line, columns)
    const inventory = found.at(-1)
    if (item === null) {
      // What a terminal of 80 columns broke off goes on at the very left.
      const before = inventory?.items.at(-1)
      if (before !== undefined && inventory !== undefined && !line.startsWith(' '))
        inventory.items.splice(-1, 1, continued(before, line, lastLength >= 79 ? '' : ' '))
      continue
    }
    lastLength = line.length
    if (
      isChassis(item.name) ||
      inventory === undefined ||
      inventory.member !== member ||
      inventory.host !== host
    )
      found.push({ host, member, items: [item] })
    else inventory.items.push(item)
  }
  return found
}

const longestLine = 1_000

const continued = (item: ChassisItem, rest: string, between: string): ChassisItem =>
  item.model === ''
    ? { ...item, description: `${item.description}${between}${rest}`.slice(0, 300) }
    : { ...item, model: `${item.model}${rest}`.slice(0, 60) }

interface Columns {
  readonly version: number
  readonly partNumber: number
  /** Absent in outputs that show a CLEI code in its place. */
  readonly serial: number | null
  readonly last: number
  readonly lastIs: 'description' | 'model'
}

function columnsOf(line: string): Columns | null {
  const heading =
    /^Item\s+Version\s+Part number\s+(Serial number|CLEI code)\s+(Description|FRU model number)/i.exec(line)
  if (heading === null) return null
  const at = (title: string): number => line.toLowerCase().indexOf(title.toLowerCase())
  const [, fourth = '', fifth = ''] = heading
  return {
    version: at('Version'),
    partNumber: at('Part number'),
    serial: /serial/i.test(fourth) ? at(fourth) : null,
    last: at(fifth),
    lastIs: /model/i.test(fifth) ? 'model' : 'description',
  }
}

/** Part numbers, and what Junos prints for parts that have none of their own. */
const shifted =
  /^(\s*)(\S.*?)\s+(?:(REV(?:\s+[0-9A-Z]{1,3})?)\s+)?(\d{3}-\d{6}|BUILTIN|NON-JNPR)\s+(\S+)(?:\s+(.*))?$/i

/** Names of things in a chassis: a line that has nothing but one is an item, any other such line is broken off. */
const names =
  /^(chassis|midplane|backplane|fpm|craft|display|pdm|pem|psm|psu|power|routing engine|re|cb|scb|sfb|sib|spmb|fpc|mic|pic|xcvr|cpu|qxm|tfeb|afeb|feb|fan|cip|ftc|tcb|mezz|slc|adc|dpc|bmp|system io|pmb|tl)\b/i

function itemOf(line: string, columns: Columns): ChassisItem | null {
  const { version, partNumber, serial, last, lastIs } = columns
  const starts = [version, partNumber, serial ?? last, last]
  const isCut = starts.some((start) => /\S/.test(line[start - 1] ?? ' ') && /\S/.test(line[start] ?? ' '))
  const indent = /^ */.exec(line)?.[0].length ?? 0
  const made = (texts: Omit<ChassisItem, 'depth' | 'description' | 'model'>, rest: string): ChassisItem => ({
    ...texts,
    depth: Math.min(9, Math.floor(indent / 2)),
    description: lastIs === 'description' ? rest : '',
    model: lastIs === 'model' ? rest : '',
  })
  if (isCut) {
    const [, , name = '', rev = '', part = '', fourth = '', rest = ''] = shifted.exec(line) ?? []
    return name === ''
      ? null
      : made({ name, version: rev, partNumber: part, serial: serial === null ? '' : fourth }, rest.trim())
  }
  const slice = (from: number, to?: number): string => line.slice(from, to).trim()
  const name = slice(0, version)
  const item = made(
    {
      name,
      version: slice(version, partNumber),
      partNumber: slice(partNumber, serial ?? last),
      serial: serial === null ? '' : slice(serial, last),
    },
    slice(last),
  )
  const isAlone = [item.version, item.partNumber, item.serial, item.description, item.model].every(
    (text) => text === '',
  )
  if (name === '' || (isAlone && !names.test(name))) return null
  return item
}
