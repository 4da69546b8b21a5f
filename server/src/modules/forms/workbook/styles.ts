import type { CellStyle } from 'hucre/xlsx'

/** The looks of the form in one place. Colours are dark on light throughout, so that a grey print stays readable. */
const ink = '1F2933'
const accent = '1D4E6B'
const line = { style: 'thin', color: { rgb: 'B8C4CE' } } as const
const border = { top: line, right: line, bottom: line, left: line }
const fill = (rgb: string): NonNullable<CellStyle['fill']> => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { rgb },
})

export const font = { name: 'Calibri', size: 11, color: { rgb: ink } } as const

export const styles = {
  title: {
    font: { ...font, size: 18, bold: true, color: { rgb: accent } },
    alignment: { vertical: 'center' },
  },
  subtitle: { font: { ...font, color: { rgb: '52606D' } }, alignment: { vertical: 'center' } },
  caseName: { font: { ...font, bold: true }, alignment: { vertical: 'center' } },
  longHint: { font: { ...font, size: 10 }, alignment: { vertical: 'center' } },
  hint: { font: { ...font, size: 10 }, alignment: { vertical: 'center', wrapText: true } },
  group: {
    font: { ...font, size: 12, bold: true, color: { rgb: 'FFFFFF' } },
    fill: fill(accent),
    alignment: { vertical: 'center', horizontal: 'left', indent: 1 },
  },
  label: {
    font,
    border,
    fill: fill('EAF0F4'),
    alignment: { vertical: 'center', horizontal: 'left', wrapText: true, indent: 1 },
  },
  help: {
    font: { ...font, size: 9, color: { rgb: '52606D' } },
    alignment: { vertical: 'center', horizontal: 'left', wrapText: true, indent: 1 },
  },
  columnLabel: {
    font: { ...font, bold: true, color: { rgb: 'FFFFFF' } },
    fill: fill(accent),
    border,
    alignment: { vertical: 'center', horizontal: 'center', wrapText: true },
  },
  columnHelp: {
    font: { ...font, size: 8, color: { rgb: '52606D' } },
    border,
    fill: fill('EAF0F4'),
    alignment: { vertical: 'center', horizontal: 'center', wrapText: true },
  },
  stepTitle: {
    font: { ...font, size: 12, bold: true, color: { rgb: accent } },
    alignment: { vertical: 'top' },
  },
  stepNumber: {
    font: { ...font, size: 12, bold: true, color: { rgb: accent } },
    alignment: { vertical: 'top', horizontal: 'center' },
    numFmt: '0',
  },
  stepText: { font, alignment: { vertical: 'top', wrapText: true } },
  mark: { font: { ...font, size: 8, color: { rgb: '9AA5B1' } } },
} as const satisfies Record<string, CellStyle>

/** A cell to be filled in, or a grey one that was filled in for the customer. */
export const valueStyle = (
  numFmt: string,
  { fixed = false, horizontal = 'left' }: { fixed?: boolean; horizontal?: 'left' | 'center' | 'right' },
): CellStyle => ({
  font: fixed ? { ...font, color: { rgb: '52606D' } } : font,
  border,
  numFmt,
  fill: fill(fixed ? 'E4E7EB' : 'FFFFFF'),
  alignment:
    horizontal === 'left'
      ? { vertical: 'center', horizontal, indent: 1, wrapText: true }
      : { vertical: 'center', horizontal },
})

export const required = { ...font, bold: true, color: { rgb: 'C0392B' } } as const
