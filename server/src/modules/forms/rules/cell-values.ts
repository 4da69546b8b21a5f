import { nearWords } from '../../../values/near-words.ts'
import { normaliseSku, skuShape } from '../../../values/sku.ts'
import { type Cell, dayOfSerialDate, isBlank, isDateFormat } from './cells.ts'
import type { ChoiceSet, Field } from './fields.ts'
import type { CellCode, Finding } from './findings.ts'
import type { CellNote, Interpreted } from './interpreted.ts'
import { assemblyOf, leadToSku, type PartIndex, wantedSkus } from './lead-to-sku.ts'
import { serialOf } from './serial-cells.ts'

/** What a cell can be held against. Words are in lower case and map to codes, from all languages at once. */
export interface Surroundings {
  readonly today: string
  readonly choiceWords: Readonly<Record<ChoiceSet, ReadonlyMap<string, string>>>
  /** Lower-case country names to ISO 3166 codes; a function because the table is rarely wanted and takes 10 ms. */
  readonly countryCode: (name: string) => string | null
  readonly skus: ReadonlySet<string> | null
  /** What leads from part numbers to SKUs; without a catalogue nothing does. */
  readonly parts: PartIndex | null
  readonly currencies: ReadonlySet<string>
  /** Suggestions are kept by word: one wrong SKU on 10,000 lines must not be compared 10,000 times. */
  readonly suggestions: Map<string, readonly string[]>
}

const taken = (value: Interpreted['value']): Interpreted => ({ value, notes: [] })
const error = (code: CellCode, cell: Cell, expected: Finding['expected']): Interpreted => ({
  value: null,
  notes: [{ code, severity: 'error', found: cell.text, ...(expected && { expected }) }],
})

/** The meaning of one cell for one field, and everything that is wrong with it. Blank cells mean null. */
export function interpret(field: Field, cell: Cell | undefined, around: Surroundings): Interpreted {
  if (cell === undefined || isBlank(cell)) return taken(null)
  if (cell.kind === 'error') return error('cell-error', cell, { kind: 'value' })
  if (cell.formula === 'uncached') return error('formula-without-value', cell, { kind: 'value' })
  const read = byType(field, cell, around)
  return cell.formula === 'cached'
    ? { ...read, notes: [...read.notes, { code: 'formula', severity: 'warning', found: cell.text }] }
    : read
}

function byType(field: Field, cell: Cell, around: Surroundings): Interpreted {
  switch (field.type) {
    case 'serial':
      return serialOf(cell)
    case 'sku':
      return skuOf(cell, around)
    case 'integer':
    case 'decimal':
      return numberOf(field, cell)
    case 'date':
      return dayOf(field, cell, around)
    case 'yes-no':
      return yesNoOf(cell, around)
    case 'choice':
      return choiceOf(field.choices as ChoiceSet, cell, around)
    case 'country':
      return countryOf(cell, around)
    case 'currency':
      return currencyOf(cell, around)
    case 'email':
      // One @ with something on both sides: whether the address exists only a mail can tell.
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(plain(cell))
        ? textOf(field, cell)
        : error('not-an-email', cell, { kind: 'email' })
    case 'text':
      return textOf(field, cell)
  }
}

/** Numbers in a text field as people read them: without the noise past 15 digits that a double carries. */
const plain = (cell: Cell): string =>
  cell.kind === 'number' && !/^\d{1,15}$/.test(cell.text)
    ? String(Number(Number(cell.text).toPrecision(15)))
    : cell.text.trim()

function textOf(field: Field, cell: Cell): Interpreted {
  const text = plain(cell)
  const longest = field.maxLength ?? 1000
  return text.length <= longest
    ? taken(text)
    : error('too-long', cell, { kind: 'length', values: { longest, length: text.length } })
}

function skuOf(cell: Cell, around: Surroundings): Interpreted {
  const { skus, parts } = around
  const sku = normaliseSku(plain(cell))
  const assembly = assemblyOf(plain(cell))
  if (assembly !== null && parts !== null && !parts.skus.has(sku)) {
    const led = leadToSku({ typed: '', partNumber: assembly, isBuiltIn: false }, parts)
    if (led.sku !== null)
      return {
        value: led.sku,
        notes: [
          { code: 'sku-from-part-number', severity: 'warning', found: cell.text, values: { sku: led.sku } },
        ],
      }
    if (led.candidates.length > 0) return ambiguousSku(cell.text, led.candidates)
  }
  if (!skuShape.test(sku)) return error('malformed-sku', cell, { kind: 'sku' })
  // Past 50 different unknown SKUs the file belongs to something else, and guessing would eat the time limit.
  return skus === null || skus.has(sku) ? taken(sku) : unknownSku(cell, sku, skus, 50, around)
}

const ambiguousSku = (found: string, candidates: readonly string[]): Interpreted => ({
  value: null,
  notes: [
    {
      code: 'sku-ambiguous',
      severity: 'error',
      found,
      expected: { kind: 'near-sku', values: { near: candidates.slice(0, 8).join(', ') } },
    },
  ],
})

/** The SKU of a line in somebody's own list, by what it says of model and part number. */
export function skuOfOwnList(
  cells: {
    readonly sku: Cell | undefined
    readonly partNumber: Cell | undefined
    readonly isBuiltIn: boolean
  },
  around: Surroundings,
): Interpreted {
  const typed = cells.sku === undefined ? '' : plain(cells.sku)
  const partNumber = cells.partNumber === undefined ? '' : plain(cells.partNumber)
  const cell = cells.sku ?? cells.partNumber
  if (cell === undefined || (typed === '' && partNumber === '')) return taken(null)
  if (around.parts === null) {
    const sku = normaliseSku(typed === '' ? partNumber : typed)
    return skuShape.test(sku) ? taken(sku) : error('malformed-sku', cell, { kind: 'sku' })
  }
  const led = leadToSku({ typed, partNumber, isBuiltIn: cells.isBuiltIn }, around.parts)
  if (led.sku !== null) return taken(led.sku)
  if (led.candidates.length > 0) return ambiguousSku(typed === '' ? partNumber : typed, led.candidates)
  const sku = normaliseSku(typed === '' ? partNumber : typed)
  return skuShape.test(sku)
    ? unknownSku(cell, sku, wantedSkus(around.parts), 1_000, around)
    : error('malformed-sku', cell, { kind: 'sku' })
}

function unknownSku(
  cell: Cell,
  sku: string,
  skus: ReadonlySet<string>,
  mostGuesses: number,
  { suggestions }: Surroundings,
): Interpreted {
  let near = suggestions.get(sku)
  if (near === undefined) {
    near = suggestions.size < mostGuesses ? nearWords(sku, skus) : []
    suggestions.set(sku, near)
  }
  const expected: Finding['expected'] =
    near.length > 0 ? { kind: 'near-sku', values: { near: near.join(', ') } } : { kind: 'catalogue-sku' }
  // The SKU stays in the line, as what was typed; the error says that it is not known.
  return { ...error('unknown-sku', cell, expected), value: sku }
}

function numberOf(field: Field, cell: Cell): Interpreted {
  const read = cell.kind === 'number' ? Number(cell.text) : numberOfText(cell.text)
  if (read === 'ambiguous') return error('ambiguous-number', cell, { kind: 'number' })
  if (read === null || !Number.isFinite(read)) return error('not-a-number', cell, { kind: 'number' })
  const value = Number(read.toPrecision(15))
  const { min = 0, max = 1_000_000_000 } = field
  const range = { kind: 'range', values: { min, max } } as const
  if (field.type === 'integer' && !Number.isInteger(value)) return error('not-an-integer', cell, range)
  if (value < min || value > max) return error('out-of-range', cell, range)
  if (field.type === 'integer') return taken(value)
  // Three places are enough for grams and for the smallest coin of any currency; more is a slip or a formula.
  if (Number(value.toFixed(3)) !== value) return error('not-a-number', cell, { kind: 'number' })
  return taken(value.toFixed(3).replace(/\.?0+$/, ''))
}

/** `1234,5`, `1234.5`, `1.234,50` and `1,234.50`; but `1.234` is 1234 to a German and 1.234 to a Briton. */
function numberOfText(text: string): number | 'ambiguous' | null {
  const digits = text.trim().replace(/\s/g, '')
  if (/^\d+([.,]\d{1,2}|[.,]\d{4,})?$/.test(digits)) return Number(digits.replace(',', '.'))
  if (/^\d{1,3}[.,]\d{3}$/.test(digits)) return 'ambiguous'
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(digits)) return Number(digits.replaceAll('.', '').replace(',', '.'))
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) return Number(digits.replaceAll(',', ''))
  return null
}

const existing = (year: string, month: string, day: string): string | null => {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null
}

/** 1990-01-01 to 2099-12-31: what lies outside is a quantity or a slip, not a day on this form. */
const [firstSerialDate, lastSerialDate] = [32_874, 73_050]

function dayOf(field: Field, cell: Cell, { today }: Surroundings): Interpreted {
  const notes: CellNote[] = []
  let day: string | null = null
  if (cell.kind === 'number') {
    const serial = Number(cell.text)
    if (serial >= firstSerialDate && serial < lastSerialDate + 1) day = dayOfSerialDate(serial)
    if (day !== null && !isDateFormat(cell.format))
      notes.push({ code: 'day-from-number', severity: 'warning', found: cell.text, values: { day } })
  } else {
    const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})([T ].*)?$/.exec(cell.text.trim())
    const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(cell.text.trim())
    if (iso) day = existing(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '')
    else if (german) day = existing(german[3] ?? '', german[2] ?? '', german[1] ?? '')
  }
  if (day === null) return error('not-a-day', cell, { kind: 'day' })
  if (field.past && day > today)
    notes.push({
      code: 'day-in-future',
      severity: 'error',
      found: day,
      expected: { kind: 'past-day', values: { today } },
    })
  return { value: day, notes }
}

function yesNoOf(cell: Cell, { choiceWords }: Surroundings): Interpreted {
  if (cell.kind === 'boolean') return taken(cell.text === '1')
  const code = choiceWords.yesNo.get(cell.text.trim().toLowerCase())
  return code === undefined
    ? error('unknown-choice', cell, { kind: 'choice', set: 'yesNo' })
    : taken(code === 'yes')
}

function choiceOf(set: ChoiceSet, cell: Cell, { choiceWords }: Surroundings): Interpreted {
  const code = choiceWords[set].get(cell.text.trim().toLowerCase())
  return code === undefined ? error('unknown-choice', cell, { kind: 'choice', set }) : taken(code)
}

function countryOf(cell: Cell, { countryCode }: Surroundings): Interpreted {
  const code = countryCode(cell.text.trim())
  return code === null ? error('unknown-country', cell, { kind: 'country' }) : taken(code)
}

function currencyOf(cell: Cell, { currencies }: Surroundings): Interpreted {
  const code = cell.text.trim().toUpperCase()
  if (currencies.has(code)) return taken(code)
  // A programme takes a handful; without one, all of ISO 4217 would fill the message.
  const expected: Finding['expected'] =
    currencies.size > 10
      ? { kind: 'currency-code' }
      : { kind: 'currency', values: { allowed: [...currencies].join(', ') } }
  return error('unknown-currency', cell, expected)
}
