/** A daemon that speaks INSTREAM and knows one virus, on a real socket; test/journeys/virus.test.ts asks ClamAV itself. */
import { mkdtemp, readdir } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefused } from '../../values/refusal.ts'
import { scanWithClamd } from './clamd.ts'
import { localFileStore } from './file-store.ts'
import { scannedFileStore } from './scanned-file-store.ts'

let daemon: Server
let port = 0
let answer: (bytes: Buffer, socket: Socket) => void
const heard: Buffer[] = []

beforeAll(async () => {
  daemon = createServer((socket) => {
    let waiting = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (chunk: Buffer) => {
      waiting = Buffer.concat([waiting, chunk])
      const bytes = streamed(waiting)
      if (bytes === undefined) return
      heard.push(bytes)
      answer(bytes, socket)
    })
  })
  await new Promise<void>((resolve) => daemon.listen(0, '127.0.0.1', resolve))
  const address = daemon.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  port = address.port
})
afterAll(() => new Promise((resolve) => daemon.close(resolve)))

/** The bytes of a whole stream; undefined while its end has not come. */
function streamed(bytes: Buffer): Buffer | undefined {
  const start = bytes.indexOf(0) + 1
  if (start === 0) return undefined
  expect(bytes.toString('latin1', 0, start)).toBe('zINSTREAM\0')
  const parts: Buffer[] = []
  for (let at = start; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    if (length === 0) return Buffer.concat(parts)
    parts.push(bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}

async function openStore() {
  const folder = await mkdtemp(join(tmpdir(), 'tmip-scan-'))
  const reports: object[] = []
  const scan = scanWithClamd({ host: '127.0.0.1', port })
  const store = scannedFileStore(localFileStore(folder), scan, (what) => reports.push(what))
  return { folder, reports, store }
}
const file = (text: string) => Readable.from([Buffer.from(text)])

test('a clean file is kept, and the scanner saw all of it', async () => {
  answer = (_bytes, socket) => socket.end('stream: OK\0')
  const { store, reports } = await openStore()
  const text = 'x'.repeat(300_000)
  const received = await store.receive(file(text), 1_000_000)
  if (isRefused(received)) throw new Error(received.refused)
  await received.keep()
  expect(heard.at(-1)?.toString()).toBe(text)
  expect((await store.read(received.sha256).toArray()).join('')).toBe(text)
  expect(reports).toEqual([])
})

test('an infected file is refused with the name of the virus and set aside where no download looks', async () => {
  answer = (_bytes, socket) => socket.end('stream: Win.Test.Example FOUND\0')
  const { store, reports, folder } = await openStore()
  expect(await store.receive(file('bad'), 1_000)).toEqual({ refused: 'infected', virus: 'Win.Test.Example' })
  const [name = ''] = await readdir(join(folder, 'quarantine'))
  expect(reports).toEqual([{ is: 'infected', virus: 'Win.Test.Example', sha256: name }])
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
  await expect(store.read(name).toArray()).rejects.toThrow('ENOENT')
})

test.each([
  ['it says that it failed', (socket: Socket) => socket.end('INSTREAM size limit exceeded. ERROR\0')],
  ['it hangs up', (socket: Socket) => socket.destroy()],
])('nothing is taken when the scanner cannot tell: %s', async (_how, how) => {
  answer = (_bytes, socket) => how(socket)
  const { store, reports, folder } = await openStore()
  expect(await store.receive(file('unseen'), 1_000)).toEqual({ refused: 'scanner-unavailable' })
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
  expect(reports).toHaveLength(1)
})

test('nothing is taken while there is no scanner', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tmip-scan-'))
  const scan = scanWithClamd({ path: join(folder, 'nobody.ctl') })
  const store = scannedFileStore(localFileStore(folder), scan, () => undefined)
  expect(await store.receive(file('unseen'), 1_000)).toEqual({ refused: 'scanner-unavailable' })
})
