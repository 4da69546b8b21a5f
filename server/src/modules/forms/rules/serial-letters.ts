/**
 * Capitals of Cyrillic and Greek that look exactly like Latin ones (Unicode's confusables, capitals only: a serial is
 * compared in capitals). They come from a keyboard that was switched over while somebody typed off a label.
 */
const twins: ReadonlyMap<string, string> = new Map([
  ...pairs('АВЕКМНОРСТХУІЈЅԚԜ', 'ABEKMHOPCTXYIJSQW'),
  ...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'),
])
function pairs(foreign: string, latin: string): [string, string][] {
  return [...foreign].map((letter, index) => [letter, latin[index] ?? ''])
}

/** A text in capitals with look-alikes as the letters they look like; unchanged when one of its letters has no twin. */
export function latinLetters(text: string): { readonly text: string; readonly changed: boolean } {
  if (!/[\u0370-\u052f]/.test(text)) return { text, changed: false }
  const read = [...text].map((letter) => twins.get(letter) ?? letter).join('')
  return /[\u0370-\u052f]/.test(read) ? { text, changed: false } : { text: read, changed: true }
}

/**
 * What programs and people put around and into a text that is not part of it: the apostrophe that tells Excel `text`,
 * quotes, invisible joiners and marks of direction, soft hyphens; and dashes as the one that a serial can hold. Runs of
 * blanks come out as one, and lines broken more than once as broken once: patterns that follow meet no long runs.
 */
export function withoutTypography(text: string): string {
  // First of all: full-width quotes and dashes become those that are looked for below.
  const plain = text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, '-')
    .replace(/\s+/g, (blanks) => (/[\n\r]/.test(blanks) ? '\n' : ' '))
  let [start, end] = [0, plain.length]
  while (start < end && around.has(plain[start] ?? '')) start += 1
  while (end > start && around.has(plain[end - 1] ?? '')) end -= 1
  return plain.slice(start, end)
}
const around = new Set(` \n'’‘\`´"“”„«»`)
