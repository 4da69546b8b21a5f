/** A good form spoiled in thousands of ways, the same ones each time: cut off, bytes changed, XML broken and packed well again. */
import fc from 'fast-check'
import { goodForm, linesPart, withParts } from '../test/fixtures/xlsx/forms.ts'

const SEED = 20_261_123
const CUT_EVERY = 1_024

export interface SpoiledForm {
  readonly kind: 'cut off' | 'bytes changed' | 'XML broken'
  readonly path: string
  readonly bytes: Uint8Array
}

const parts = [
  'xl/worksheets/sheet1.xml',
  'xl/sharedStrings.xml',
  'xl/styles.xml',
  'xl/workbook.xml',
  linesPart,
]
const torn = [
  '<',
  '>',
  '"',
  '&',
  '</row>',
  '</sheetData>',
  '<c>',
  '<c r="ZZZZ9">',
  '<v>1e999</v>',
  '&#x110000;',
  '\0',
  '',
]

export async function* spoiledForms(count: number): AsyncGenerator<SpoiledForm> {
  const form = await goodForm()
  const loose = await goodForm({ emptyLines: 0 })
  for (let length = 0; length < form.length; length += CUT_EVERY)
    yield { kind: 'cut off', path: `a form of ${length} bytes`, bytes: form.subarray(0, length) }
  const changes = fc.array(fc.tuple(fc.nat(form.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 })
  for (const [index, change] of fc.sample(changes, { numRuns: count / 2, seed: SEED }).entries()) {
    const bytes = form.slice()
    for (const [place, byte] of change) bytes[place] = byte
    yield { kind: 'bytes changed', path: `variant ${index}`, bytes }
  }
  const tears = fc.tuple(
    fc.constantFrom(...parts),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.nat(40),
    fc.constantFrom(...torn),
  )
  for (const [index, [part, where, removed, text]] of fc
    .sample(tears, { numRuns: count / 2, seed: SEED })
    .entries()) {
    const bytes = withParts(loose, (all) => {
      const xml = all[part] ?? ''
      const place = Math.floor(xml.length * where)
      all[part] = xml.slice(0, place) + text + xml.slice(place + removed)
    })
    yield { kind: 'XML broken', path: `variant ${index}: ${text} in ${part}`, bytes }
  }
}
