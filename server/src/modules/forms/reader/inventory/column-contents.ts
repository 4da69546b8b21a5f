import { isSerialPlaceholder, isSerialShaped, normaliseSerial } from '../../../../values/serial-number.ts'
import { normaliseSku } from '../../../../values/sku.ts'
import { type Cell, isBlank, isDateFormat } from '../../rules/cells.ts'
import { assemblyOf, type PartIndex } from '../../rules/lead-to-sku.ts'

/** What the cells of a column look like, each as a share of those that are not blank, 0 to 1. */
export interface ColumnContents {
  readonly filled: number
  /** Cells that the catalogue knows; null without a catalogue. */
  readonly skus: number | null
  readonly partNumbers: number
  /** Cells that can be serials, times how many of them differ: serials do, and hardly anything else of that shape does. */
  readonly serials: number
  readonly numbers: number
  readonly days: number
  readonly samples: readonly string[]
}

const mostSamples = 5

export function contentsOf(cells: readonly (Cell | undefined)[], parts: PartIndex | null): ColumnContents {
  const filled = cells.filter((cell): cell is Cell => !isBlank(cell))
  const texts = filled.map(({ text }) => text.trim())
  const share = (fits: (cell: Cell) => boolean): number =>
    filled.length === 0 ? 0 : filled.filter(fits).length / filled.length
  const different = new Set(texts)
  return {
    filled: filled.length,
    skus: parts === null ? null : share(({ text }) => isSkuLike(text, parts)),
    partNumbers: share(({ text }) => assemblyOf(text) !== null),
    serials: serialsAmong(texts),
    numbers: share(({ kind, text }) => kind !== 'boolean' && /^\s*\d{1,4}([.,]0+)?\s*$/.test(text)),
    days: share(
      ({ kind, text, format }) =>
        (kind === 'number' && isDateFormat(format)) ||
        /^\s*(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4})\b/.test(text),
    ),
    samples: [...different].slice(0, mostSamples).map((text) => text.slice(0, 60)),
  }
}

const isSkuLike = (text: string, { skus, chassisOfFamily }: PartIndex): boolean => {
  const words = [text, ...text.split(/[\s,;()[\]]+/)].map(normaliseSku)
  return words.some((word) => skus.has(word) || chassisOfFamily.has(word))
}

/** BUILTIN and the like say nothing: only the rest is looked at. */
function serialsAmong(texts: readonly string[]): number {
  const real = texts.filter((text) => !isSerialPlaceholder(normaliseSerial(text)))
  if (real.length === 0) return 0
  return (real.filter(isSerialLike).length / real.length) * (new Set(real).size / real.length)
}

/** Six to twenty letters and digits in capitals, with at least one digit; or as many digits as nobody counts to. */
const isSerialLike = (text: string): boolean =>
  text.split(/[,;\n\r|]+/).every((piece) => {
    const serial = normaliseSerial(piece.replace(/^'/, ''))
    if (serial === '') return true
    if (!isSerialShaped(serial) || assemblyOf(serial) !== null || serial.length < 6) return false
    return /^(?=.*\d)(?=.*[A-Z])[A-Z0-9]{6,20}$/.test(serial) || /^\d{8,20}$/.test(serial)
  })
