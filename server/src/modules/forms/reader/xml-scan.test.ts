import { describe, expect, test } from 'vitest'
import { attribute, scanXml } from './xml-scan.ts'

const scanned = (xml: string | Uint8Array): string[] => {
  const seen: string[] = []
  const bytes = typeof xml === 'string' ? Buffer.from(xml) : xml
  const end = scanXml(bytes, {
    open: (name) => seen.push(`<${name}`),
    text: (text) => seen.push(text),
    close: (name) => seen.push(`${name}>`),
  })
  return [...seen, end]
}

describe('scanning', () => {
  test('elements, text, entities, CDATA; comments and instructions are passed over', () =>
    expect(
      scanned(
        '\ufeff<?xml version="1.0"?><!-- < --><x:a b=">">1 &lt;&#228;&#x1F600;<c/><![CDATA[<&]]></x:a>\n',
      ),
    ).toEqual(['<a', '1 <ä😀', '<c', 'c>', '<&', 'a>', 'whole']))
  test('text that lies across the pieces arrives whole', () => {
    const long = 'ä😀'.repeat(30_000)
    expect(scanned(`<a><b>${long}</b></a>`)).toEqual(['<a', '<b', long, 'b>', 'a>', 'whole'])
  })
  test.each([
    '',
    'text',
    '<a>',
    '<a></b>',
    '</a>',
    '<a/><b/>',
    '<a><b</a>',
    '<a',
    '<!DOCTYPE a><a/>',
    '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    '<a>'.repeat(300) + '</a>'.repeat(300),
  ])('%s is malformed', (xml) => expect(scanned(xml).at(-1)).toBe('malformed'))
  test('what is no UTF-8 is malformed', () =>
    expect(scanned(Buffer.from('<a>\xe4</a>', 'latin1')).at(-1)).toBe('malformed'))
  test('a token without end is not collected for ever', () =>
    expect(scanned(`<a>${'x'.repeat(2_000_000)}`).at(-1)).toBe('malformed'))
  test('stops when asked', () => {
    let opened = 0
    const end = scanXml(Buffer.from('<a><b/><c/></a>'), {
      open: (name) => {
        opened += 1
        return name !== 'b'
      },
    })
    expect([end, opened]).toEqual(['stopped', 2])
  })
})

test.each([
  [' r="B2" s="4"', 's', '4'],
  [" r='B2'", 'r', 'B2'],
  [' r:id = "rId1"', 'id', 'rId1'],
  [' name="a &amp; b"', 'name', 'a & b'],
  [' rs="1"', 's', null],
  ['', 's', null],
])('of %s, %s is %s', (attributes, name, expected) => expect(attribute(attributes, name)).toBe(expected))
