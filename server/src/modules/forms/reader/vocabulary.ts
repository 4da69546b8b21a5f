import { type MessageKey, message } from '../../../messages/index.ts'
import { languages } from '../../../values/language.ts'
import {
  type ChoiceSet,
  choiceSets,
  type HeaderKey,
  headerFields,
  type LineKey,
  lineFields,
} from '../rules/fields.ts'
import { keyMark } from '../rules/marks.ts'

/** The words of the catalogues, backwards: a form in either language is read, whatever language the reader has. */
export const plainLabel = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[*:]+\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()

const inAllLanguages = (key: MessageKey<'forms'>): string[] =>
  languages.map((language) => message(language, 'forms', key))

const labels = <Key extends HeaderKey | LineKey>(
  place: 'header' | 'line',
  keys: readonly Key[],
): ReadonlyMap<string, Key> =>
  new Map(
    keys.flatMap((key) =>
      [...inAllLanguages(`${place}.${key}` as MessageKey<'forms'>), keyMark(place, key)].map(
        (label) => [plainLabel(label), key] as const,
      ),
    ),
  )

export const headerKeys = labels(
  'header',
  headerFields.map((field) => field.key),
)
export const lineKeys = labels(
  'line',
  lineFields.map((field) => field.key),
)

/** Besides the words printed on the form, what people type for yes and no. */
const alsoYes = ['y', 'j', 'x', 'true', 'wahr', '1']
const alsoNo = ['n', 'false', 'falsch', '0']

const words = (set: ChoiceSet): ReadonlyMap<string, string> => {
  const known = new Map<string, string>()
  for (const code of choiceSets[set]) {
    known.set(code, code)
    for (const word of inAllLanguages(`choice.${set}.${code}` as MessageKey<'forms'>))
      known.set(word.toLowerCase(), code)
  }
  if (set === 'yesNo') {
    for (const word of alsoYes) known.set(word, 'yes')
    for (const word of alsoNo) known.set(word, 'no')
  }
  return known
}
export const choiceWords = Object.fromEntries(
  Object.keys(choiceSets).map((set) => [set, words(set as ChoiceSet)]),
) as Readonly<Record<ChoiceSet, ReadonlyMap<string, string>>>

let countryNames: Map<string, string> | undefined

/** `DE`, `Deutschland` and `Germany` are `DE`; null for what is no country of ISO 3166. */
export function countryCode(name: string): string | null {
  countryNames ??= readCountryNames()
  return countryNames.get(name.toLowerCase()) ?? null
}

function readCountryNames(): Map<string, string> {
  const names = new Map<string, string>()
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  // What Intl names and ISO 3166 does not: unions, zones and codes for private use.
  const noCountry = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'])
  for (const language of languages) {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
    for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
      const name = noCountry.has(code) ? undefined : display.of(code)
      if (name === undefined) continue
      names.set(name.toLowerCase(), code)
      names.set(code.toLowerCase(), code)
    }
  }
  return names
}
