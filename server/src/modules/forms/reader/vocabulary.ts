import { type MessageKey, message } from '../../../messages/index.ts'
import { languages } from '../../../values/language.ts'
import { mistakesBetween } from '../../../values/near-words.ts'
import type { MappedField } from '../rules/column-mapping.ts'
import {
  type ChoiceSet,
  choiceSets,
  type HeaderKey,
  headerFields,
  type LineKey,
  lineFields,
} from '../rules/fields.ts'
import { keyMark } from '../rules/marks.ts'
import { synonyms } from './synonyms.ts'

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

/** A heading without what people put between its words: `Serial-No.` and `serial_no` are `serial no`. */
export const plainHeading = (text: string): string =>
  plainLabel(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const fieldsOfHeading: ReadonlyMap<string, MappedField> = new Map([
  ...[...lineKeys].flatMap(([label, key]) => (key === 'row' ? [] : [[plainHeading(label), key] as const])),
  ...Object.entries(synonyms).flatMap(([field, names]) =>
    names.map((name) => [plainHeading(name), field as MappedField] as const),
  ),
])

export interface HeadingMatch {
  readonly field: MappedField
  /** 1 for a name that is known, less for one that only resembles it or has more words around it. */
  readonly likeness: number
}

/** Fields that a heading may name, the likeliest first. */
export function fieldsNamed(text: string): readonly HeadingMatch[] {
  if (text.length > 200) return []
  const heading = plainHeading(text)
  if (heading === '' || heading.length > 80) return []
  const known = fieldsOfHeading.get(heading)
  if (known !== undefined) return [{ field: known, likeness: 1 }]
  const found = new Map<MappedField, number>()
  const note = (field: MappedField, likeness: number) =>
    found.set(field, Math.max(likeness, found.get(field) ?? 0))
  for (const [name, field] of fieldsOfHeading) {
    // One slip in a word of five letters, two in one of nine: shorter words all resemble each other.
    const allowed = name.length >= 9 ? 2 : name.length >= 5 ? 1 : 0
    if (
      allowed > 0 &&
      Math.abs(name.length - heading.length) <= allowed &&
      mistakesBetween(heading, name) <= allowed
    )
      note(field, 0.85)
    else if (name.length >= 2 && ` ${heading} `.includes(` ${name} `))
      // The more of the heading is the name, the likelier: `device serial number` more than `type of serial cable`.
      note(field, 0.5 + (0.3 * name.length) / heading.length)
  }
  return [...found]
    .map(([field, likeness]) => ({ field, likeness }))
    .sort((one, other) => other.likeness - one.likeness)
}

/** The field of our own form whose label somebody wrote a little differently; null when that is not certain enough. */
export function nearKey(text: string): LineKey | null {
  const [first, second] = fieldsNamed(text)
  if (first === undefined || first.likeness < 0.85 || first.field === 'partNumber') return null
  return second !== undefined && second.likeness === first.likeness ? null : first.field
}

/** The same for the labels of the header, which are longer: one slip in eight letters. */
export function nearHeaderKey(text: string): HeaderKey | null {
  if (text.length < 5 || text.length > 80) return null
  const allowed = Math.min(3, Math.max(1, Math.floor(text.length / 8)))
  for (const [label, key] of headerKeys)
    if (Math.abs(label.length - text.length) <= allowed && mistakesBetween(label, text) <= allowed) return key
  return null
}
