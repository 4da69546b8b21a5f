import { z } from 'zod'
import { message } from '../../../messages/index.ts'
import { type Database, rows } from '../../../platform/database/pool.ts'
import type { Author } from '../../../platform/run-command.ts'
import type { Language } from '../../../values/language.ts'
import { partiesOf, type Telling, tell } from '../rules/tell.ts'
import { factsOfStream, namesOf } from '../storage/history.ts'

export const toldFact = z
  .object({
    seq: z.int(),
    type: z.string(),
    at: z.string(),
    sentence: z.string().describe('What happened, in the reader’s language.'),
    byName: z
      .string()
      .nullable()
      .describe('What the person is called today; null when the name was erased. Jobs are “the system”.'),
    byOrganisation: z.string().nullable(),
    by: z.object({ person: z.string().nullable(), organisation: z.string().nullable(), via: z.string() }),
    body: z
      .record(z.string(), z.unknown())
      .nullable()
      .describe(
        'Null in a list where it is large: a form of 10,000 lines. The entry by its number has it whole.',
      ),
    hash: z.string().describe('SHA-256 over the fact and the hash before it, hexadecimal.'),
  })
  .meta({ id: 'Fact' })
export type ToldFactView = z.output<typeof toldFact>

/** In a list no body has more than these characters of JSON, so that a page has a bounded size. */
const MOST_LISTED = 4_096
const whole = (body: Record<string, unknown>) => body
const ifSmall = (body: Record<string, unknown>) => (JSON.stringify(body).length > MOST_LISTED ? null : body)

/** Facts of one chain from `after` on, as sentences. Names are looked up once for the whole page. */
export const toldFacts = (
  db: Database,
  stream: string,
  page: { after: number | string; limit: number },
  reader: Omit<Telling, 'names'>,
): Promise<ToldFactView[]> => told(db, stream, page, reader, ifSmall)

/** One fact of a chain with all of its body; undefined where the chain has none of this number. */
export async function wholeFact(
  db: Database,
  stream: string,
  seq: number,
  reader: Omit<Telling, 'names'>,
): Promise<ToldFactView | undefined> {
  const [next] = await told(db, stream, { after: seq - 1, limit: 1 }, reader, whole)
  return next?.seq === seq ? next : undefined
}

async function told(
  db: Database,
  stream: string,
  { after, limit }: { after: number | string; limit: number },
  reader: Omit<Telling, 'names'>,
  shown: (body: Record<string, unknown>) => ToldFactView['body'],
): Promise<ToldFactView[]> {
  const facts = await rows(db, factsOfStream, [stream, after, limit])
  const ids = facts.flatMap((fact) => [
    ...partiesOf(fact),
    ...[fact.actor.person, fact.actor.organisation].flatMap((id) => id ?? []),
  ])
  const found = await rows(db, namesOf, [[...new Set(ids)]])
  const names = new Map(found.map(({ id, name }) => [id, name]))
  return facts.map(({ seq, type, at, actor, body, hash }) => ({
    seq,
    type,
    at,
    sentence: tell({ type, body }, { ...reader, names }),
    byName: doneBy(actor, names, reader.language),
    byOrganisation: actor.organisation === null ? null : (names.get(actor.organisation) ?? null),
    by: actor,
    body: shown(body),
    hash: hash.toString('hex'),
  }))
}

function doneBy(
  { person, via }: Author,
  names: ReadonlyMap<string, string>,
  language: Language,
): string | null {
  if (person !== null) return names.get(person) ?? null
  return message(language, 'history', via === 'command-line' ? 'by-command-line' : 'by-system')
}
