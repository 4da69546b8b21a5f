import { z } from 'zod'
import { code, country, duration, email, expects, shortWords, textLists, texts } from './leaves.ts'

/** Where goods go, who carries them, what happens to those that nobody knows. */

/** A region is the programme's own name for a group of countries: `emea: [DE, AT, …]`. */
export const regions = z.record(code, z.array(country).min(1, expects('expectList')))

export const everywhere = 'everywhere'

export const site = z.strictObject({
  id: code,
  /** The lines as they stand on the label, without the country. */
  address: z.array(shortWords).min(2, expects('expectAddress')).max(6, expects('expectAddress')),
  country,
  contact: z.strictObject({
    name: shortWords.optional(),
    email: email.optional(),
    phone: shortWords.optional(),
  }),
  hours: texts,
  /** Countries (`DE`), regions (`emea`) or `everywhere`; the narrower word wins. */
  serves: z.array(shortWords).min(1, expects('expectList')),
})
export type Site = z.output<typeof site>

export const shipping = z.strictObject({
  carriers: z
    .array(
      z.strictObject({
        code,
        name: shortWords,
        service: shortWords,
        /** The vendor's account that the freight is charged to. */
        account: shortWords,
        prepaid: z.boolean(expects('expectYesNo')),
        bookedBy: z.enum(['vendor', 'customer', 'partner']),
      }),
    )
    .min(1, expects('expectList')),
  packing: textLists,
  /** What is written on each box; `{case}` stands for the case number. */
  boxMarking: texts,
})

export const unmatchedGoods = z.strictObject({
  heldFor: duration,
  afterwards: z.enum(['send-back', 'recycle', 'desk-decides']),
})
