import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedProgramme } from '../../../../test/fixtures/shipped-programme.ts'
import { allocateCredit, creditFor } from './credit.ts'
import { programmeDigest } from './digest.ts'
import { isEligible } from './eligibility.ts'
import { programmeSchema } from './schema.ts'
import { siteFor } from './sites.ts'
import { inLanguage, rejectionReason } from './texts.ts'

const tmip = shippedProgramme('juniper-tmip.yaml')
const northlake = shippedProgramme('examples/180-days-from-last-shipment.yaml')

describe('credit per unit', () => {
  const ask = { programme: tmip, currency: 'USD', on: '2026-03-01' } as const

  test.each([
    ['MX240BASE-DC', undefined, undefined, 250_000n],
    ['MX960BASE3-AC', 'MX304', undefined, 500_000n],
    ['MX960BASE3-AC', 'MX10008', undefined, 750_000n],
    ['MX960BASE3-AC', 'MX10008', { model: 'perpetual' as const }, 750_000n],
    ['MX960BASE3-AC', 'MX10008', { model: 'flex' as const, tier: 'premium', term: 'P5Y' }, 900_000n],
    ['MX960BASE3-AC', 'MX10008', { model: 'flex' as const, tier: 'standard', term: 'P5Y' }, 750_000n],
    [' mx-mpc2e-3d-q ', 'MX304', undefined, 120_000n],
  ])('%s for %s by %o is %s cents', (sku, newFamily, consumption, minor) =>
    expect(creditFor({ ...ask, sku, newFamily, consumption })).toMatchObject({
      minor,
      currency: 'USD',
      sample: true,
    }),
  )

  test('a currency without minor units stays whole', () =>
    expect(
      creditFor({ programme: northlake, sku: 'NL-510', currency: 'JPY', on: '2026-03-01' }),
    ).toMatchObject({
      minor: 112_000n,
    }))

  test('each no has its code and its data', () => {
    expect(creditFor({ ...ask, sku: 'EX4300-48P' })).toEqual({
      refused: 'sku-not-eligible',
      sku: 'EX4300-48P',
    })
    expect(creditFor({ ...ask, sku: 'MX240BASE-DC', currency: 'GBP' })).toEqual({
      refused: 'currency-not-offered',
      currency: 'GBP',
      offered: ['USD', 'EUR'],
    })
    expect(creditFor({ ...ask, sku: 'MX240BASE-DC', on: '2024-12-31' })).toMatchObject({
      refused: 'phase-not-valid-on',
      phases: [{ id: 'phase-1' }, { id: 'phase-2' }],
    })
    expect(creditFor({ ...ask, sku: 'MX2010-BASE-AC', newFamily: 'MX304' })).toMatchObject({
      refused: 'new-family-not-in-phase',
      families: ['MX10008', 'MX10016', 'JNP10K-LC', 'MPC10', 'MPC11'],
    })
    const strict = { ...tmip, credit: { ...tmip.credit, table: tmip.credit.table.slice(0, 1) } }
    expect(creditFor({ ...ask, programme: strict, sku: 'MX2010-BASE-AC' })).toMatchObject({
      refused: 'no-credit-listed',
    })
  })

  test('every accepted part of the catalogue earns something in every currency', () => {
    for (const { sku } of tmip.parts)
      if (isEligible(tmip, sku, '2026-03-01'))
        for (const currency of tmip.currencies)
          expect(creditFor({ ...ask, sku, currency }), sku).toHaveProperty('minor')
  })
})

test('a phase counts on its first and its last day', () => {
  const halden = shippedProgramme('examples/approval-before-destroying.yaml')
  expect(
    ['2026-06-30', '2026-07-01', '2026-12-31', '2027-01-01'].map((on) => isEligible(halden, 'HG-300', on)),
  ).toEqual([false, true, true, false])
})

describe('allocation', () => {
  test('adds up exactly, fairly, and a reversal mirrors it', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.integer({ min: 1, max: 500 }),
        (total, quantity) => {
          const shares = allocateCredit(total, quantity)
          expect(shares).toHaveLength(quantity)
          expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(total)
          // The first ones get what is left over, so the first and the last differ most.
          const spread = (shares[0] as bigint) - (shares.at(-1) as bigint)
          expect([-1n, 0n, 1n]).toContain(spread)
          expect(new Set(shares).size).toBeLessThanOrEqual(2)
          expect(allocateCredit(-total, quantity)).toEqual(shares.map((share) => -share))
        },
      ),
    )
  })

  test('ten cents over three units', () => expect(allocateCredit(10n, 3)).toEqual([4n, 3n, 3n]))
  test.each([0, -1, 1.5])('%d units are none', (quantity) =>
    expect(() => allocateCredit(1n, quantity)).toThrow(RangeError),
  )
})

describe('sites', () => {
  test.each([
    ['de', 'venlo'],
    ['JP', 'chiba'],
    ['NZ', 'chiba'],
    ['US', 'toledo'],
    ['ZA', 'toledo'],
  ])('%s ships to %s', (country, id) => expect(siteFor(northlake, country)).toMatchObject({ id }))

  test('no site for a country', () => {
    const onlyEurope = { ...northlake, sites: northlake.sites.filter(({ id }) => id === 'venlo') }
    expect(siteFor(onlyEurope, 'US')).toEqual({ refused: 'no-site-for-country', country: 'US' })
  })

  test('the address of the page', () =>
    expect(siteFor(tmip, 'DE')).toMatchObject({ country: 'US', id: 'austin' }))
})

test('texts: asked in a language that is not there, English answers', () => {
  expect(rejectionReason(tmip, 'unsigned', 'de')).toMatchObject({
    text: 'Das Dokument ist nicht unterzeichnet.',
  })
  expect(rejectionReason(tmip, 'unsigned', 'fr')).toMatchObject({ text: 'The document is not signed.' })
  expect(rejectionReason(tmip, 'constructor', 'de')).toMatchObject({ refused: 'rejection-code-unknown' })
  expect(inLanguage(tmip.name, 'ja')).toContain('Juniper')
})

describe('digest', () => {
  test('survives the way through a database: JSON, other order of keys, checked again', () => {
    const shuffled = Object.fromEntries(Object.entries(JSON.parse(JSON.stringify(tmip))).reverse())
    expect(programmeDigest(programmeSchema.parse(shuffled))).toBe(programmeDigest(tmip))
  })

  test('changes with any rule', () => {
    const other = { ...tmip, clock: { ...tmip.clock, window: 'P4M' } }
    expect(programmeDigest(other)).not.toBe(programmeDigest(tmip))
    expect(programmeDigest({ ...tmip, parts: tmip.parts.slice(1) })).not.toBe(programmeDigest(tmip))
  })
})
