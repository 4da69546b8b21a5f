import { firstRow } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import type { Language } from '../../../values/language.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import type { ProgrammeFact } from '../facts.ts'
import { type ProgrammeInvalid, parseProgramme } from '../rules/parse-programme.ts'
import type { Programme } from '../rules/schema.ts'
import { frozenProgramme, programmeById } from '../storage/versions.ts'

/**
 * A programme that was sent as YAML alone. Where it names a catalogue file, that file is not here: the devices of the
 * current version stand for it if that named the same file. Else it is refused: without its catalogue a programme
 * would lose all its devices, and every one of its patterns would still be right.
 */
export async function readSentProgramme(
  { db }: House<ProgrammeFact>,
  yaml: string,
  language: Language,
): Promise<Programme | ProgrammeInvalid | Refusal<'catalogue-not-sent', { catalogue: string }>> {
  const alone = parseProgramme(yaml, language)
  if (isRefused(alone) || alone.catalogue === undefined) return alone
  const published = await firstRow(db, programmeById, [alone.id])
  const current = published && (await frozenProgramme(db, published.id, published.current))?.programme
  if (current?.catalogue !== alone.catalogue)
    return { refused: 'catalogue-not-sent', catalogue: alone.catalogue }
  const own = new Set(alone.parts.map(({ sku }) => sku))
  return parseProgramme(
    yaml,
    language,
    current.parts.filter(({ sku }) => !own.has(sku)),
  )
}
