import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedProgramme } from '../../../../test/fixtures/shipped-programme.ts'
import { calculate } from './calculation.ts'

const tmip = shippedProgramme('juniper-tmip.yaml')
const order = { programme: tmip, currency: 'EUR', on: '2026-11-02' }
const line = (sku: string, route: Partial<Record<'return' | 'destroy' | 'keep', number>> = {}) => ({
  sku,
  return: 0,
  destroy: 0,
  keep: 0,
  ...route,
})

describe('return some, destroy others', () => {
  test('secures what goes and loses what stays', () => {
    const { lines, totals } = calculate({
      ...order,
      lines: [line('mx480base-ac', { return: 3, destroy: 2, keep: 1 }), line('MX240BASE-DC', { keep: 2 })],
    })
    expect(lines[0]).toMatchObject({
      sku: 'MX480BASE-AC',
      perUnit: 320_000n,
      sums: { granted: 1_920_000n, secured: 1_600_000n, lost: 320_000n },
      problem: null,
    })
    expect(totals).toEqual({ granted: 2_380_000n, secured: 1_600_000n, lost: 780_000n })
  })

  test('names each device that earns nothing, and counts the others', () => {
    const { lines, totals } = calculate({
      ...order,
      newFamily: 'MX304',
      lines: [
        line('EX4300-48P', { return: 1 }),
        line('MX2010-BASE-AC', { return: 1 }),
        line('MX480BASE-AC', { return: 1 }),
      ],
    })
    expect(lines.map(({ problem }) => problem?.refused ?? null)).toEqual([
      'sku-not-eligible',
      'new-family-not-in-phase',
      null,
    ])
    expect(totals.granted).toBe(320_000n)
  })

  test('a route that the programme does not offer secures nothing', () => {
    const { destroy: _, ...routes } = tmip.routes
    const { lines, totals } = calculate({
      ...order,
      programme: { ...tmip, routes },
      lines: [line('MX480BASE-AC', { destroy: 1 }), line('MX480BASE-AC', { return: 1 })],
    })
    expect(lines[0]?.problem).toEqual({ refused: 'route-not-offered', route: 'destroy' })
    expect(totals.secured).toBe(320_000n)
  })

  test('whatever is planned, granted is secured and lost, and the totals are the sum of the lines', () => {
    const quantity = fc.nat(10_000)
    const sku = fc.constantFrom('MX480BASE-AC', 'MX240BASE-DC', 'MX2010-BASE-AC', 'NOT-A-SKU')
    const planned = fc.record({ sku, return: quantity, destroy: quantity, keep: quantity })
    fc.assert(
      fc.property(fc.array(planned), (lines) => {
        const result = calculate({ ...order, lines })
        const sum = (part: 'granted' | 'secured' | 'lost') =>
          result.lines.reduce((all, { sums }) => all + (sums?.[part] ?? 0n), 0n)
        expect(result.totals).toEqual({
          granted: sum('granted'),
          secured: sum('secured'),
          lost: sum('lost'),
        })
        expect(result.totals.granted).toBe(result.totals.secured + result.totals.lost)
        expect(result.lines).toHaveLength(lines.length)
      }),
    )
  })
})
