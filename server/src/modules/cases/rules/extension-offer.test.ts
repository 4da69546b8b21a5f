import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shippedProgramme } from '../../../../test/fixtures/shipped-programme.ts'
import { addDays } from '../../../values/calendar.ts'
import { extensionTier } from '../../programmes/rules/extension.ts'
import { extensionOffer } from './extension-offer.ts'

const programme = shippedProgramme('juniper-tmip.yaml')
const policy = programme.extensions
if (policy === undefined) throw new Error('the shipped programme extends')
const asked = {
  programme,
  askedBy: 'customer',
  askedOn: '2026-12-10',
  firstDueOn: '2027-02-02',
  currentDueOn: '2027-02-02',
  granted: 0,
} as const

test('from the day after the due date to the hard end, split where somebody else decides', () => {
  expect(extensionOffer(asked)).toEqual({
    earliest: '2027-02-03',
    latest: '2027-08-02',
    left: 3,
    late: false,
    tiers: [
      { from: '2027-02-03', until: '2027-03-05', approvedBy: ['desk', 'administrator'] },
      { from: '2027-03-06', until: '2027-08-02', approvedBy: ['finance', 'administrator'] },
    ],
  })
})

test('after the due date from today on, and by those who decide about late ones', () => {
  expect(extensionOffer({ ...asked, askedOn: '2027-02-20' })).toEqual({
    earliest: '2027-02-20',
    latest: '2027-08-02',
    left: 3,
    late: true,
    tiers: [{ from: '2027-02-20', until: '2027-08-02', approvedBy: ['finance', 'administrator'] }],
  })
})

test.each([
  ['nobody may', { programme: { ...programme, extensions: undefined } }, 'extension-not-offered'],
  [
    'not this one',
    { programme: { ...programme, extensions: { ...policy, whoMayAsk: ['partner' as const] } } },
    'extension-asker-not-allowed',
  ],
  ['all used up', { granted: 3 }, 'extension-too-many'],
  ['extended to the end', { currentDueOn: '2027-08-02' }, 'extension-at-maximum'],
  ['the end is over', { askedOn: '2027-08-03' }, 'extension-at-maximum'],
  [
    'too late',
    {
      askedOn: '2027-02-03',
      programme: { ...programme, extensions: { ...policy, late: 'refused' as const } },
    },
    'extension-asked-late',
  ],
])('why not: %s', (_why, change, refused) => {
  expect(extensionOffer({ ...asked, ...change })).toMatchObject({ refused })
})

test('offers exactly the days that a request would be let through for, each to the same people', () => {
  const someTiers = fc
    .uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 3 })
    .map((lengths) => [...lengths.sort((a, b) => a - b), undefined])
    .chain((ends) =>
      fc.tuple(
        ...ends.map((upToDays) =>
          fc
            .subarray(['desk', 'finance', 'administrator'] as const, { minLength: 1 })
            .map((approvedBy) => ({ ...(upToDays !== undefined && { upToDays }), approvedBy })),
        ),
      ),
    )
  fc.assert(
    fc.property(
      fc.record({
        tiers: someTiers,
        maximum: fc.constantFrom('P10D', 'P45D', 'P1M', 'P2M15D'),
        late: fc.constantFrom('refused', 'same-tier', 'next-tier', 'last-tier'),
        howMany: fc.integer({ min: 1, max: 2 }),
        granted: fc.integer({ min: 0, max: 2 }),
        extendedBy: fc.integer({ min: 0, max: 50 }),
        today: fc.integer({ min: -40, max: 100 }),
      }),
      ({ extendedBy, today, granted, ...changed }) => {
        const ask = {
          ...asked,
          programme: { ...programme, extensions: { ...policy, ...changed } },
          currentDueOn: addDays(asked.firstDueOn, extendedBy),
          askedOn: addDays(asked.firstDueOn, today),
          granted,
        }
        const offer = extensionOffer(ask)
        const tiers = 'refused' in offer ? [] : offer.tiers
        for (let ahead = -2; ahead <= 90; ahead++) {
          const newDueOn = addDays(asked.firstDueOn, ahead)
          const answer = extensionTier({ ...ask, newDueOn })
          const covering = tiers.filter(({ from, until }) => from <= newDueOn && newDueOn <= until)
          if ('refused' in answer || newDueOn < ask.askedOn) expect(covering).toEqual([])
          else expect(covering.map(({ approvedBy }) => approvedBy)).toEqual([answer.approvedBy])
        }
      },
    ),
  )
})
