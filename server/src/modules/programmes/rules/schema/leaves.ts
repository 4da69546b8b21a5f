import { z } from 'zod'
import type { MessageKey } from '../../../../messages/index.ts'
import { isDay } from '../../../../values/calendar.ts'
import { isCurrency } from '../../../../values/money.ts'
import { skuPatternShape, skuShape } from '../../../../values/sku.ts'

/**
 * The single values of a programme. The `error` of each is a key of the message catalogue that says **what is
 * expected**, not what went wrong: the reader of a problem gets found and expected side by side, in his language.
 */
export const expects = (key: MessageKey<'programmes'>) => ({ error: key })

const text = (shape: RegExp, key: MessageKey<'programmes'>) =>
  z.string(expects(key)).regex(shape, expects(key))

export const words = text(/\S/, 'expectText').max(4000, expects('expectText'))
export const shortWords = text(/^\S(?:.*\S)?$/u, 'expectShortText').max(200, expects('expectShortText'))

/** A name for machines: phases, sites, reasons, carriers. */
export const code = text(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expectCode').max(60, expects('expectCode'))
/** Quoted in YAML: 2026.10 without quotes is the number 2026.1. */
export const version = text(/^\d{4}\.\d{1,4}$/, 'expectVersion')
export const email = z.email(expects('expectEmail'))
export const date = z
  .string(expects('expectDate'))
  .refine(isDay, { error: 'expectDate', abort: true })
  .meta({ format: 'date' })
export const duration = text(
  /^P(?=\d)(?:\d{1,2}Y)?(?:\d{1,3}M)?(?:\d{1,3}W)?(?:\d{1,4}D)?$/,
  'expectDuration',
)
const whole = (least: number, most: number, key: MessageKey<'programmes'>) =>
  z.int(expects(key)).min(least, expects(key)).max(most, expects(key))
export const days = whole(0, 3650, 'expectDays')
export const workingDays = whole(0, 250, 'expectWorkingDays')
export const count = whole(0, 100, 'expectCount')
export const megabytes = whole(1, 100, 'expectMegabytes')

export const sku = text(skuShape, 'expectSku')
export const skuPattern = text(skuPatternShape, 'expectSkuPattern')
/** A family of devices as the catalogue and the order lines name it: `MX240`. */
export const family = text(/^[A-Z0-9][A-Za-z0-9 ._\-+/]{0,39}$/, 'expectFamily')
export const currency = text(/^[A-Z]{3}$/, 'expectCurrency').refine(isCurrency, expects('expectCurrency'))
/** Decimal digits in quotes: a YAML number would pass through a float before anybody could count the cents. */
export const amount = text(/^\d{1,12}(?:\.\d{1,3})?$/, 'expectAmount')

const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
/** ISO 3166-1 alpha-2, as far as the machine's own tables name it; ZZ is their word for "unknown". */
export const isCountry = (value: string): boolean =>
  /^[A-Z]{2}$/.test(value) && value !== 'ZZ' && regionNames.of(value) !== undefined
export const country = z.string(expects('expectCountry')).refine(isCountry, expects('expectCountry'))

/** English and German are demanded, every other language may be added: `ja: …`. */
export const texts = z
  .object({ en: words, de: words })
  .catchall(words)
  .check(({ value, issues }) => {
    for (const key of Object.keys(value))
      if (!/^[a-z]{2,3}(?:-[A-Z]{2})?$/.test(key))
        issues.push({ code: 'custom', path: [key], input: key, message: 'expectLanguage' })
  })

/** The same for a list of sentences (steps, rules of packing). */
const sentences = z.array(words).min(1, expects('expectList'))
export const textLists = z
  .object({ en: sentences, de: sentences })
  .catchall(sentences)
  .refine((value) => value.en.length === value.de.length, expects('expectSameLength'))
