import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Language } from '../../values/language.ts'
import { isRefused, type Refusal } from '../../values/refusal.ts'
import { type CatalogueInvalid, loadCatalogue } from './rules/catalogue.ts'
import { longestProgramme, type ProgrammeInvalid, parseProgramme } from './rules/parse-programme.ts'
import type { Programme } from './rules/schema.ts'

/** `file` is the one that the problems are in: the YAML or the catalogue it names. */
export type ProgrammeFileRefused =
  | (ProgrammeInvalid & { readonly file: string })
  | (CatalogueInvalid & { readonly file: string })
  | Refusal<'programme-unreadable', { readonly file: string; readonly reason: string }>

/**
 * Read a programme and the catalogue it names from disk: the whole datum, ready to be stored. Synchronous, because it
 * runs in commands and at the start only, where nothing else waits.
 */
export function readProgrammeFile(path: string, language: Language): Programme | ProgrammeFileRefused {
  const yamlText = readText(path)
  if (typeof yamlText !== 'string') return yamlText
  // The rules alone first: a catalogue is only looked for where the file that names it is sound.
  const alone = parseProgramme(yamlText, language)
  if (isRefused(alone)) return { ...alone, file: path }
  if (alone.catalogue === undefined) return alone

  const csvPath = join(dirname(path), alone.catalogue)
  const csvText = readText(csvPath)
  if (typeof csvText !== 'string') return csvText
  const catalogue = loadCatalogue(csvText, language)
  if (isRefused(catalogue)) return { ...catalogue, file: csvPath }
  const whole = parseProgramme(yamlText, language, catalogue.parts)
  return isRefused(whole) ? { ...whole, file: path } : whole
}

/** A file that is far too long is not read at all; four bytes are the most that a character takes. */
const readText = (path: string): string | ProgrammeFileRefused => {
  try {
    if (statSync(path).size > 4 * longestProgramme)
      return { refused: 'programme-unreadable', file: path, reason: 'EFBIG' }
    return readFileSync(path, 'utf8')
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code
    if (reason === undefined) throw error
    return { refused: 'programme-unreadable', file: path, reason }
  }
}
