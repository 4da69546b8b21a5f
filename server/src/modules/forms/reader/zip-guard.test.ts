import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { goodForm } from '../../../../test/fixtures/xlsx/forms.ts'
import { isRefused } from '../../../values/refusal.ts'
import { openArchive } from './zip-guard.ts'

interface Entry {
  name: string
  content: Buffer
  localName?: string
  size?: number
  checksum?: number
  flags?: number
  method?: number
  offset?: number
}

/** An archive written byte by byte (APPNOTE.TXT 4.3), so that every field can lie. */
function archive(entries: readonly Entry[], comment = ''): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const data = deflateRawSync(entry.content)
    const name = Buffer.from(entry.localName ?? entry.name)
    const sizes = [entry.checksum ?? crc32(entry.content), data.length, entry.size ?? entry.content.length]
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(entry.method ?? 8, 8)
    for (const [index, value] of sizes.entries()) head.writeUInt32LE(value, 14 + index * 4)
    head.writeUInt16LE(name.length, 26)
    local.push(head, name, data)
    const listed = Buffer.alloc(46)
    const listedName = Buffer.from(entry.name)
    listed.writeUInt32LE(0x02014b50, 0)
    listed.writeUInt16LE(entry.flags ?? 0, 8)
    listed.writeUInt16LE(entry.method ?? 8, 10)
    for (const [index, value] of sizes.entries()) listed.writeUInt32LE(value, 16 + index * 4)
    listed.writeUInt16LE(listedName.length, 28)
    listed.writeUInt32LE(entry.offset ?? offset, 42)
    central.push(listed, listedName)
    offset += 30 + name.length + data.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([...local, directory, end, Buffer.from(comment)])
}

const part = (name: string, content = '<a/>'): Entry => ({ name, content: Buffer.from(content) })
const refused = (bytes: Uint8Array): string | null => {
  const opened = openArchive(bytes)
  return isRefused(opened) ? opened.refused : null
}

describe('an honest archive', () => {
  test('is opened, and hands out its XML parts only', () => {
    const opened = openArchive(archive([part('a/b.xml', '<b/>'), part('c.png', 'x')], 'a comment'))
    if (isRefused(opened)) throw new Error(opened.refused)
    expect(opened.names).toEqual(['a/b.xml', 'c.png'])
    expect(Buffer.from(opened.part('a/b.xml') ?? []).toString()).toBe('<b/>')
    expect(opened.part('c.png')).toBeUndefined()
  })
  test('a form of ours', async () => expect(refused(await goodForm())).toBeNull())
})

describe('refused', () => {
  const megabyte = Buffer.alloc(1024 * 1024)
  test('a zip bomb that says how large it is', () => {
    const content = Buffer.alloc(49 * 1024 * 1024)
    expect(refused(archive([{ name: 'xl/sharedStrings.xml', content }]))).toBe('inflates-too-large')
  })
  test('a zip bomb that says it is small', () =>
    expect(refused(archive([{ name: 'a.xml', content: megabyte, size: 1000 }]))).toBe('inflates-too-large'))
  test('many parts that are large together', () => {
    const parts = Array.from({ length: 17 }, (_, index) => ({
      name: `${index}.xml`,
      content: Buffer.alloc(4 * 1024 * 1024),
    }))
    expect(refused(archive(parts))).toBe('inflates-too-large')
  })
  test('an archive within the archive', () =>
    expect(refused(archive([{ name: 'a.bin', content: archive([part('b.xml')]) }]))).toBe(
      'deceptive-archive',
    ))
  test('more parts than a workbook has', () =>
    expect(refused(archive(Array.from({ length: 1001 }, (_, index) => part(`${index}.xml`))))).toBe(
      'too-many-parts',
    ))
  test.each([
    ['a part that is shorter than it says', { size: 5 }, 'damaged'],
    ['a wrong checksum', { checksum: 1 }, 'damaged'],
    ['an encrypted part', { flags: 1 }, 'encrypted'],
    ['a packing that nobody uses', { method: 99 }, 'unsupported-archive'],
    ['sizes past 4 GB', { size: 0xffffffff }, 'unsupported-archive'],
    ['two names for one part', { localName: 'b.xml' }, 'deceptive-archive'],
    ['a part beyond the file', { offset: 100_000 }, 'damaged'],
  ])('%s', (_, lie, code) => expect(refused(archive([{ ...part('a.xml'), ...lie }]))).toBe(code))
  test.each(['../a.xml', '/a.xml', 'xl\\a.xml', 'C:a.xml', 'a/./b.xml', 'a\0.xml', ''])(
    'the path %j',
    (name) => expect(refused(archive([part(name)]))).toBe('deceptive-archive'),
  )
  test('the same name twice, also in another case', () => {
    expect(refused(archive([part('a.xml'), part('a.xml')]))).toBe('deceptive-archive')
    expect(refused(archive([part('xl/a.xml'), part('XL/A.xml')]))).toBe('deceptive-archive')
  })
  test('parts that lie over each other', () =>
    expect(refused(archive([part('a.xml'), { ...part('a.xml'), name: 'b.xml', offset: 0 }]))).toBe(
      'deceptive-archive',
    ))
  test('a truncated file', () => {
    const whole = archive([part('a.xml')])
    expect(refused(whole.subarray(0, -1))).toBe('truncated')
    expect(refused(whole.subarray(0, 30))).toBe('truncated')
  })
})
