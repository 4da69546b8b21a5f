/** Signed documents that are none, uploads that break off, and a disk that is full. */
import { spawnSync } from 'node:child_process'
import { mkdir, readdir } from 'node:fs/promises'
import { request } from 'node:http'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyHistory } from '../../src/modules/audit/index.ts'
import { answered, caseOf, contentsOf, openCase } from '../fixtures/cases.ts'
import { type ExpectedRefusal, halfFiles, refusedInBothLanguages } from '../fixtures/refused.ts'
import { photograph, signedPdf } from '../fixtures/signed-documents.ts'
import { goodForm } from '../fixtures/xlsx/forms.ts'
import { type Client, people, startHouse, type TestHouse, until } from '../house.ts'

let world: TestHouse
let customer: Client
let caseId: string
let address: string
beforeAll(async () => {
  world = await startHouse({ withWorker: false })
  customer = await world.as(people.customer)
  const opened = await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: 1 }], {
    route: 'destroy',
    serials: { 1: 'JN11UPLOAD' },
  })
  caseId = opened.id
  answered(await customer.post(`/cases/${caseId}/certificates`, {}), 201)
  address = `/cases/${caseId}/certificates/1/signed-document`
})
afterAll(() => world.close())

const png = () =>
  sharp({ create: { width: 9, height: 9, channels: 3, background: 'white' } })
    .png()
    .toBuffer()
const badDocuments: readonly (ExpectedRefusal & {
  readonly name: string
  readonly make: () => Promise<Uint8Array> | Uint8Array
})[] = [
  {
    name: 'a PNG called .pdf',
    make: png,
    status: 415,
    code: 'not-pdf-or-jpeg',
    en: 'neither PDF nor JPEG but image/png, whatever its name says',
    de: 'image/png',
  },
  {
    name: 'a web page called .pdf',
    make: () => Buffer.from('<!doctype html><script>alert(1)</script>'),
    status: 415,
    code: 'not-pdf-or-jpeg',
    en: 'but text/html',
    de: 'text/html',
  },
  {
    name: 'a program called .pdf',
    make: () => Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), Buffer.alloc(4096)]),
    status: 415,
    code: 'not-pdf-or-jpeg',
    en: 'By its content the file is neither PDF nor JPEG',
    de: 'weder PDF noch JPEG',
  },
  {
    name: 'a workbook called .pdf',
    make: () => goodForm(),
    status: 415,
    code: 'not-pdf-or-jpeg',
    en: 'neither PDF nor JPEG',
    de: 'weder PDF noch JPEG',
  },
  {
    name: 'a PDF cut off',
    make: async () => (await signedPdf()).subarray(0, 300),
    status: 422,
    code: 'pdf-truncated',
    en: 'its end is missing',
    de: 'Ende fehlt',
  },
  {
    name: 'a JPEG cut off',
    make: async () => (await photograph()).subarray(0, 900),
    status: 422,
    code: 'jpeg-truncated',
    en: 'its end is missing',
    de: 'Ende fehlt',
  },
  {
    name: 'an empty file',
    make: () => new Uint8Array(),
    status: 422,
    code: 'empty-file',
    en: 'is empty',
    de: 'leer',
  },
  {
    name: 'a document larger than is taken',
    make: () => Buffer.alloc(25 * 1024 * 1024 + 1, '%PDF-1.7\n'),
    status: 413,
    code: 'upload-too-large',
    en: 'larger than is taken here',
    de: 'größer als hier zulässig',
  },
]

test.each(badDocuments)('refused: $name', async ({ make, name, ...expected }) => {
  const file = await make()
  await refusedInBothLanguages(world, expected, (headers) =>
    customer.upload(address, file, `${name} signed.pdf`, headers),
  )
  expect((await customer.get(`/cases/${caseId}/certificates/1`)).body).toMatchObject({
    state: 'issued',
    signed: null,
  })
})

test('a client that breaks off in the middle of an upload leaves nothing behind', async () => {
  const before = await contentsOf(world)
  const token = answered(
    await world.stranger.post('/sessions', { email: people.customer, password: 'sample-password-2026' }),
    201,
  ).body.token
  for (const path of [address, `/cases/${caseId}/forms`]) {
    await new Promise<void>((resolve) => {
      const upload = request(world.address + path, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'multipart/form-data; boundary=line',
          'content-length': 5_000_000,
        },
      })
      upload.on('error', () => resolve())
      upload.on('close', () => resolve())
      upload.write(
        '--line\r\ncontent-disposition: form-data; name="file"; filename="signed.pdf"\r\n\r\n%PDF-1.7\n',
      )
      upload.write(Buffer.alloc(400_000, 'x'))
      void until(
        () => halfFiles(world),
        (files) => files.length > 0,
      ).then(() => upload.destroy())
    })
    await until(
      () => halfFiles(world),
      (files) => files.length === 0,
    )
  }
  expect(await contentsOf(world)).toEqual(before)
})

const disk = (program: 'mount' | 'umount', ...args: string[]) => spawnSync(program, args)

/** A real full disk: a file system of 256 KB in the place where uploads are kept. Null, or why there is none. */
function mountSmallDisk(folder: string): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'needs root on Linux, to mount a small disk'
  const { status, stderr, error } = disk('mount', '-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder)
  return status === 0 ? null : `mount refused: ${error?.message ?? stderr.toString().trim()}`
}

test('full disk during an upload: refused, nothing kept, and the same upload works when there is space', async ({
  skip,
}) => {
  const folder = world.filesFolder
  await mkdir(folder, { recursive: true })
  const reason = mountSmallDisk(folder)
  if (reason !== null) {
    process.stdout.write(`full disk: not tried here, ${reason}\n`)
    skip(reason)
  }
  const file = Buffer.concat([await photograph(), Buffer.alloc(900_000)])
  try {
    for (const path of [address, `/cases/${caseId}/forms`])
      await refusedInBothLanguages(
        world,
        {
          status: 507,
          code: 'storage-full',
          en: 'There is no space left for this file',
          de: 'Speicherplatz',
        },
        (headers) => customer.upload(path, file, 'signed.jpg', headers),
      )
    expect(await readdir(folder)).toEqual(['incoming'])
  } finally {
    disk('umount', folder)
  }
  expect(answered(await customer.upload(address, file, 'signed.jpg'), 201).body.state).toBe('submitted')
  expect((await caseOf(customer, caseId)).waitingOn.because).toBe('certificate-review')
})

test('the history proves all of it', async () => {
  expect((await verifyHistory(world.house)).difference).toBeNull()
})
