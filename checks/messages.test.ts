/**
 * The compiler holds the keys of both languages together, in the server's catalogue and in the portal's; this holds what
 * is inside the texts.
 */
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import portalGerman from '../portal/src/messages/de.ts'
import portalEnglish from '../portal/src/messages/en.ts'
import { de } from '../server/src/messages/de/index.ts'
import { en } from '../server/src/messages/en/index.ts'

type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>
const textsOf = (whose: string, english: Catalogue, german: Catalogue) =>
  Object.entries(english).flatMap(([area, entries]) =>
    Object.entries(entries).map(([key, text]) => ({
      id: `${whose}: ${area}.${key}`,
      english: text,
      german: german[area]?.[key],
    })),
  )
const texts = [...textsOf('server', en, de), ...textsOf('portal', portalEnglish, portalGerman)]

/** Several words that are rightly the same in both languages. */
const sameInBoth = new Set(['portal: sign-in.lead', 'portal: orders.partner-account'])

test('there are texts', () => {
  expect(texts.length).toBeGreaterThan(50)
})

test('both languages take the same parameters', () => {
  expect(
    texts.flatMap(({ id, english, german }) => {
      const [inEnglish, inGerman] = [parametersOf(english, 'en'), parametersOf(german ?? '', 'de')]
      return inEnglish === inGerman
        ? []
        : [`${id}: en takes ${inEnglish || 'nothing'}, de takes ${inGerman || 'nothing'}`]
    }),
  ).toEqual([])
})

test('no text is empty or begins or ends with a space', () => {
  expect(
    texts.flatMap(({ id, english, german }) =>
      [english, german]
        .filter((text) => text === undefined || text === '' || text !== text.trim())
        .map(() => id),
    ),
  ).toEqual([])
})

test('every sentence is translated', () => {
  expect(
    texts
      .filter(
        ({ id, english, german }) =>
          !sameInBoth.has(id) && wordsOf(english, 'en') === wordsOf(german ?? '', 'de'),
      )
      .filter(({ english }) => wordsOf(english, 'en').includes(' '))
      .map(
        ({ id, english }) => `${id}: "${english}" in both languages; translate it, or name it in sameInBoth`,
      ),
  ).toEqual([])
})

test('German is written with its own letters', () => {
  const spelledOut =
    /\b(fuer|ueber\w*|koenn\w*|muess\w*|duerf\w*|geraet\w*|pruef\w*|gueltig\w*|bestaetig\w*|waehl\w*|zurueck\w*|verfueg\w*|schluessel\w*|spaet\w*|naechst\w*|waehrend|grossen?|strasse)\b/i
  expect(
    texts
      .filter(({ german }) => spelledOut.test(german ?? ''))
      .map(({ id, german }) => `${id}: write ä ö ü ß: ${german}`),
  ).toEqual([])
})

type Elements = ReturnType<IntlMessageFormat['getAst']>
const elementsOf = (text: string, language: string): Elements =>
  new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst()

/** The format's numbers for its kinds of element, in their order. */
const kinds = ['text', 'argument', 'number', 'date', 'time', 'select', 'plural', 'pound', 'tag']
const inside = (element: Elements[number]): Elements =>
  'options' in element ? Object.values(element.options).flatMap((option) => option.value) : []

/** Names with kinds, and the cases of a select: `case select(destroy|return), count plural`. */
function parametersOf(text: string, language: string): string {
  const name = (element: Elements[number]): string[] => {
    const kind = kinds[element.type] ?? 'unknown'
    const own =
      kind === 'text' || !('value' in element)
        ? []
        : kind === 'select' && 'options' in element
          ? [`${element.value} select(${Object.keys(element.options).sort().join('|')})`]
          : [`${element.value} ${kind}`]
    return [...own, ...inside(element).flatMap(name)]
  }
  return [...new Set(elementsOf(text, language).flatMap(name))].sort().join(', ')
}

/** What is left without parameters and punctuation, in small letters. */
function wordsOf(text: string, language: string): string {
  const words = (element: Elements[number]): string =>
    kinds[element.type] === 'text' && 'value' in element
      ? element.value
      : inside(element).map(words).join(' ')
  return (
    elementsOf(text, language)
      .map(words)
      .join(' ')
      .match(/\p{L}[^\s]*/gu) ?? []
  )
    .join(' ')
    .toLowerCase()
    .replace(/[.:!?]$/, '')
}
