import bwip from 'bwip-js/node'

/**
 * A bar code as SVG, one unit a module, without its quiet zone (Code 128: 10 modules either side, ISO/IEC 15417;
 * QR: 4 around, ISO/IEC 18004): the template leaves that white.
 */
export type Barcode = {
  readonly svg: string
  /** Width in modules. Print Code 128 at 0.38 mm a module or more: 3 pixels at 200 dpi, what poor scanners need. */
  readonly modules: number
}

/** Code 128 of printable ASCII; null for a text that has other characters, which scanners would read differently. */
export function code128(text: string): Barcode | null {
  if (!/^[ -~]+$/.test(text)) return null
  const [symbol] = bwip.raw('code128', text)
  if (symbol === undefined || !('sbs' in symbol)) throw new Error('no Code 128 symbol')
  let modules = 0
  let path = ''
  symbol.sbs.forEach((width, index) => {
    if (index % 2 === 0) path += `M${modules} 0h${width}v1h-${width}z`
    modules += width
  })
  return { svg: drawing(modules, 1, path), modules }
}

/** QR with error correction M: 15 % of a folded, stained or stamped code may be lost. */
export function qr(text: string): Barcode {
  const [symbol] = bwip.raw('qrcode', text, 'eclevel=M')
  if (symbol === undefined || !('pixs' in symbol)) throw new Error('no QR symbol')
  const { pixs, pixx, pixy } = symbol
  let path = ''
  for (let y = 0; y < pixy; y += 1)
    for (let x = 0; x < pixx; x += 1) {
      if (pixs[y * pixx + x] === 0) continue
      const start = x
      while (x + 1 < pixx && pixs[y * pixx + x + 1] !== 0) x += 1
      path += `M${start} ${y}h${x + 1 - start}v1h-${x + 1 - start}z`
    }
  return { svg: drawing(pixx, pixy, path), modules: pixx }
}

const drawing = (width: number, height: number, path: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none"><path d="${path}"/></svg>`
