/**
 * A SKU is compared in capitals and without white space: people paste `mx240base-ac ` and `MX-MPC2E -3D`, and no
 * vendor tells two parts apart by case or blanks.
 */
export const normaliseSku = (raw: string): string => raw.normalize('NFKC').replace(/\s+/gu, '').toUpperCase()

/** What a SKU may look like in a programme and a catalogue: written in its normal form, 2 to 60 characters. */
export const skuShape = /^[A-Z0-9][A-Z0-9._\-+/=#()]{1,59}$/

/** A SKU in which `*` stands for any run of characters, none included. */
export const skuPatternShape = /^(?=.*[A-Z0-9])[A-Z0-9*][A-Z0-9._\-+/=#()*]{1,59}$/

/**
 * Whether a normal SKU fits a pattern. By pieces instead of a regular expression: each piece is searched once from the
 * left, so no pattern a programme may hold makes a long text slow.
 */
export const fitsSkuPattern = (sku: string, pattern: string): boolean => {
  const pieces = pattern.split('*')
  const first = pieces[0] ?? ''
  if (pieces.length === 1) return sku === first
  const last = pieces.at(-1) ?? ''
  if (!sku.startsWith(first) || !sku.endsWith(last) || sku.length < first.length + last.length) return false
  let from = first.length
  for (const piece of pieces.slice(1, -1)) {
    const found = sku.indexOf(piece, from)
    if (found === -1) return false
    from = found + piece.length
  }
  return from <= sku.length - last.length
}
