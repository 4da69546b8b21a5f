import { describe, expect, test } from 'vitest'
import { shippedProgramme } from '../../../../test/fixtures/shipped-programme.ts'
import { catalogueOf } from './catalogue.ts'
import { choicesOf } from './choices.ts'
import { searchCatalogue } from './search-catalogue.ts'

const tmip = shippedProgramme('juniper-tmip.yaml')

describe('what can be chosen', () => {
  test('is in the reader’s language, the rules for more time in whole sentences', () => {
    const german = choicesOf(tmip, 'de')
    expect(german.routes).toEqual(['return', 'destroy'])
    expect(german.rejectionReasons.find(({ code }) => code === 'unsigned')).toMatchObject({
      text: 'Das Dokument ist nicht unterzeichnet.',
      appliesTo: ['certificate', 'form'],
    })
    expect(german.extensionRules).toEqual([
      'Eine Fristverlängerung beantragen kann: der Kunde oder jeder Partner mit Vollmacht.',
      'Die Frist verlängert sich um höchstens 6 Monate, gerechnet ab der ersten Frist, und höchstens 3-mal je Bestellung.',
      'Bis 31 Tage nach der ersten Frist entscheidet die Programmbetreuung oder die Administration.',
      'Über längere Fristverlängerungen entscheidet die Finanzabteilung oder die Administration.',
      'Über einen Antrag nach Ablauf der Frist entscheidet die nächsthöhere Stufe.',
    ])
    expect(choicesOf(tmip, 'en').extensionRules[1]).toBe(
      'Not beyond 6 months after the first due date, and at most 3 times for an order.',
    )
    expect(german.sites).toMatchObject([{ id: 'austin', name: 'Juniper TMIP', country: 'US' }])
  })

  test('holds each way of buying that the credit table tells apart, once', () => {
    expect(choicesOf(tmip, 'en').consumptions).toEqual([
      { model: 'perpetual', text: 'Bought for good' },
      { model: 'flex', term: 'P5Y', text: 'Flex subscription, 5 years' },
      { model: 'flex', tier: 'premium', term: 'P5Y', text: 'Flex subscription, premium, 5 years' },
    ])
  })

  test.each([
    'examples/180-days-from-last-shipment.yaml',
    'examples/approval-before-destroying.yaml',
    'examples/credit-after-receipt.yaml',
    'examples/serials-before-order.yaml',
  ])('of %s has words in both languages', (name) => {
    for (const language of ['en', 'de'] as const) {
      const { extensionRules, consumptions } = choicesOf(shippedProgramme(name), language)
      expect(extensionRules.length).toBeGreaterThan(0)
      for (const text of [...extensionRules, ...consumptions.map((one) => one.text)])
        expect(text).toMatch(/^\p{Lu}[^{}]*$/u)
    }
  })
})

describe('the catalogue while one types', () => {
  const find = (search: string, kind: 'old' | 'new' = 'old') =>
    searchCatalogue({
      programme: tmip,
      catalogue: catalogueOf(tmip.parts),
      search,
      kind,
      on: '2026-11-02',
      limit: 20,
    })

  test('begins with what begins so, however it is typed', () => {
    const hits = find(' mx480base ')
    expect(hits.length).toBeGreaterThan(1)
    for (const { sku, eligible } of hits)
      expect([sku.startsWith('MX480BASE'), eligible]).toEqual([true, true])
  })

  test('finds descriptions too, and what may have been meant', () => {
    expect(find('routing engine').length).toBeGreaterThan(0)
    expect(find('MX480BASE-CA').map(({ sku }) => sku)).toContain('MX480BASE-AC')
    expect(find('nothing like it')).toEqual([])
  })

  test('says what the programme does not take, after what it does, and never more than asked', () => {
    const hits = find('MX')
    expect(hits).toHaveLength(20)
    const order = hits.map(({ eligible }) => eligible)
    expect(order).toEqual([...order].sort((one, other) => Number(other) - Number(one)))
    expect(find('MX10008').some(({ eligible }) => !eligible)).toBe(true)
    expect(find('MX304', 'new')[0]).toMatchObject({ family: 'MX304', eligible: true })
  })
})
