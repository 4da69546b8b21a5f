import { scanXml } from '../xml-scan.ts'
import { type ChassisInventory, type ChassisItem, isChassis } from './inventory-items.ts'

const opening = '<chassis-inventory'
const closing = '</chassis-inventory>'
/** Members of the largest virtual chassis times the devices of a data centre: past it the text is something else. */
const mostInventories = 1_000

/**
 * Every `<chassis-inventory>` of a text. Cut out one by one, because people paste the prompt above the XML, several
 * replies after each other, and replies of several routing engines, and none of these is one XML document.
 */
export function parseChassisXml(text: string): readonly ChassisInventory[] {
  const found: ChassisInventory[] = []
  let from = 0
  let host = ''
  while (found.length < mostInventories) {
    const start = text.indexOf(opening, from)
    const end = start === -1 ? -1 : text.indexOf(closing, start)
    if (end === -1) break
    const before = text.slice(from, start)
    host = lastOf(before, /^\S+@([\w.-]{1,60})[>#]/gm) || host
    found.push(
      ...inventoriesIn(text.slice(start, end + closing.length), {
        member: lastOf(before, /<re-name>\s*([\w.-]{1,60})\s*<\/re-name>/g),
        host,
      }),
    )
    from = end + closing.length
  }
  return found
}

const lastOf = (text: string, pattern: RegExp): string => [...text.matchAll(pattern)].at(-1)?.[1] ?? ''

const fields: Readonly<Record<string, keyof ChassisItem>> = {
  name: 'name',
  version: 'version',
  'part-number': 'partNumber',
  'serial-number': 'serial',
  description: 'description',
  'model-number': 'model',
}
const isItem = (element: string): boolean => element === 'chassis' || /^chassis-(sub-)*module$/.test(element)

function inventoriesIn(
  xml: string,
  { member, host }: Pick<ChassisInventory, 'member' | 'host'>,
): ChassisInventory[] {
  const found: { member: string; host: string; items: ChassisItem[] }[] = []
  const open: Record<keyof ChassisItem, string | number>[] = []
  let field: keyof ChassisItem | null = null
  const scanned = scanXml(new TextEncoder().encode(xml), {
    open: (element) => {
      field = open.length > 0 ? (fields[element] ?? null) : null
      if (!isItem(element)) return
      if (element === 'chassis') found.push({ member, host, items: [] })
      const item = {
        name: '',
        depth: Math.min(9, Math.max(0, open.length - 1)),
        version: '',
        partNumber: '',
        serial: '',
        description: '',
        model: '',
      }
      open.push(item)
      found.at(-1)?.items.push(item)
    },
    text: (text) => {
      const item = open.at(-1)
      if (field !== null && item !== undefined) item[field] = `${item[field]}${text.trim()}`.slice(0, 300)
    },
    close: (element) => {
      field = null
      if (isItem(element)) open.pop()
    },
  })
  return scanned === 'malformed' ? [] : found.filter(({ items }) => isChassis(items[0]?.name ?? ''))
}
