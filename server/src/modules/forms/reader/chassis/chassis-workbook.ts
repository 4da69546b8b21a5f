import { isSerialPlaceholder } from '../../../../values/serial-number.ts'
import type { LineKey } from '../../rules/fields.ts'
import { keyMark } from '../../rules/marks.ts'
import { rowOfTexts, sheetOfRows } from '../rows-sheet.ts'
import type { Row, Workbook } from '../workbook.ts'
import { type ChassisInventory, type ChassisItem, isChassis } from './inventory-items.ts'

const chassisSheetName = 'show chassis hardware'

/**
 * The columns, by the marks that our own form carries too: so the sheet is read like any form, shown like any sheet, and
 * comes back corrected without anybody being asked again which column is which. The titles are those of our form, which tells where lines begin.
 */
const columns: readonly { readonly key: LineKey | 'partNumber' | null; readonly title: string }[] = [
  { key: null, title: 'Item' },
  { key: 'sku', title: 'SKU' },
  { key: 'partNumber', title: 'Part number' },
  { key: null, title: 'Version' },
  { key: 'serial', title: 'Serial number' },
  { key: 'parentSerial', title: 'Chassis serial' },
  { key: 'description', title: 'Description' },
  { key: 'note', title: 'Note' },
]

/** Inventories as a sheet with a line for everything that can be told apart: by its serial or by its part number. */
export function chassisWorkbook(inventories: readonly ChassisInventory[]): Workbook {
  const rows: Row[] = [
    rowOfTexts(
      1,
      columns.map(({ key }) => (key === null ? null : keyMark('line', key))),
      true,
    ),
    rowOfTexts(
      2,
      columns.map(({ title }) => title),
    ),
  ]
  const seen = new Set<string>()
  for (const inventory of inventories)
    for (const device of devicesOf(inventory)) {
      // Both routing engines of a chassis list all of it, and people paste the same output twice.
      const identity = `${device.partNumber} ${device.serial}`
      if (device.serial !== '' && seen.has(identity)) continue
      seen.add(identity)
      const { name, model, partNumber, version, serial, parent, description, place } = device
      rows.push(
        rowOfTexts(rows.length + 1, [name, model, partNumber, version, serial, parent, description, place]),
      )
    }
  return { path: '', sheets: [sheetOfRows(chassisSheetName, rows)] }
}

interface Device
  extends Pick<ChassisItem, 'name' | 'version' | 'partNumber' | 'serial' | 'description' | 'model'> {
  readonly parent: string
  readonly place: string
}

function devicesOf({ host, member, items }: ChassisInventory): readonly Device[] {
  const [first] = items
  const chassis = first !== undefined && isChassis(first.name) ? first : null
  const isVirtual = /virtual chassis/i.test(chassis?.description ?? '')
  // The chassis has no part number of its own; the board at its back has it.
  const board = items.find(({ name, depth }) => depth === 0 && /^(midplane|backplane)\b/i.test(name))
  const path: string[] = []
  let parent = isVirtual ? '' : own(chassis?.serial ?? '')
  const devices: Device[] = []
  for (const item of items) {
    path.length = item.depth
    path[item.depth] = item.name
    const place = [host, member, path.join(' / ')].filter((part) => part !== '').join(', ')
    const serial = own(item.serial)
    const partNumber = /^\d{3}-\d{6}$/.test(item.partNumber) ? item.partNumber : ''
    const model = item.model !== '' && own(item.model) !== '' ? item.model : item.description
    if (item === chassis) {
      if (isVirtual || (serial === '' && board === undefined)) continue
      devices.push({
        ...item,
        model,
        partNumber: partNumber || (board?.partNumber ?? ''),
        serial,
        parent: '',
        place,
      })
      continue
    }
    // A member of an EX virtual chassis stands as an FPC; its routing engine is printed on the same board.
    const isMember = isVirtual && item.depth === 0 && /^FPC \d/i.test(item.name)
    if (isMember) parent = serial
    if (item === board || (isVirtual && /^routing engine/i.test(item.name))) continue
    if ((serial === '' && partNumber === '') || /^NON-JNPR$/i.test(item.partNumber)) continue
    devices.push({ ...item, model, partNumber, serial, parent: isMember ? '' : parent, place })
  }
  return devices
}

const own = (serial: string): string => (isSerialPlaceholder(serial.toUpperCase()) ? '' : serial)
