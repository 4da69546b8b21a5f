/** A camera that sees a film of one label: Chromium plays a file instead of asking for a device. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { code128 } from '../../server/src/platform/typesetting/barcodes.ts'
import { answered, openCase } from '../../server/test/fixtures/cases.ts'
import { openPortal } from './portal.ts'

const serial = 'JN12CAMERA07'
const folder = mkdtempSync(join(tmpdir(), 'tmip-camera-'))
const film = join(folder, 'label.y4m')
writeFileSync(film, await filmOf(serial))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const portal = openPortal({
  switches: [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ],
})

test('a label held before the camera of the dock is taken as if it had been scanned', async () => {
  await openCase(await portal.as('customer'), [{ sku: 'MX480BASE-AC', quantity: 1 }], {
    serials: { 1: serial },
  })
  const dock = await portal.as('dock')
  const { id } = answered(await dock.post('/receipts', { site: 'austin', reference: 'TR-8100' }), 201).body
  const { page, t } = await portal.visit({ person: 'dock', path: `/dock?receipt=${id}` })
  await page.getByRole('button', { name: t('dock.camera') }).click()

  await page.getByRole('alert').getByText(serial).waitFor()
  // Not the colour on screen: a slow machine may see the label come back, and says so.
  const scans = async () => answered(await dock.get(`/receipts/${id}/scans`), 200).body.items
  await expect.poll(scans).toContainEqual(expect.objectContaining({ scanned: serial, outcome: 'expected' }))
})

/** One frame in the plainest format that Chromium plays (YUV4MPEG2, 4:2:0), which it repeats for ever. */
async function filmOf(text: string): Promise<Buffer> {
  const [width, height] = [1280, 720]
  const label = code128(text)
  if (label === null) throw new Error('no bar code')
  const bars = Buffer.from(
    label.svg.replace('<svg', `<svg width="${label.modules * 4}" height="200" shape-rendering="crispEdges"`),
  )
  const brightness = await sharp({ create: { width, height, channels: 3, background: 'white' } })
    .composite([{ input: bars }])
    .toColourspace('b-w')
    .raw()
    .toBuffer()
  const noColour = Buffer.alloc((width * height) / 2, 128)
  const head = `YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\nFRAME\n`
  return Buffer.concat([Buffer.from(head), brightness, noColour])
}
