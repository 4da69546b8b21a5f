import { type Database, firstRow, sql } from '../../../platform/database/pool.ts'
import { insert, type Patch, update } from '../../../platform/history/patch.ts'
import type { Recorded } from '../../../platform/run-command.ts'
import type { ProgrammeFact } from '../facts.ts'
import { type Catalogue, catalogueOf } from '../rules/catalogue.ts'
import type { Programme } from '../rules/schema.ts'

export interface ProgrammeRow {
  id: string
  current: string
  version: number
  head: Buffer
}
export const programmeById = sql<ProgrammeRow>('programme-by-id', 'select * from programme where id = $1')
export const programmesList = sql<{
  id: string
  current: string
  definition: Programme
  published_at: string
  digest: string
}>(
  'programmes-list',
  `select p.id, p.current, v.definition, v.published_at, v.digest
     from programme p join programme_version v on v.programme_id = p.id and v.version = p.current
    where ($1::text is null or p.id > $1) order by p.id limit $2`,
)
export const programmeVersion = sql<{ definition: Programme; digest: string; published_at: string }>(
  'programme-version',
  'select definition, digest, published_at from programme_version where programme_id = $1 and version = $2',
)

export interface VersionRow {
  seq: number
  version: string
  digest: string
  published_at: string
  published_by_name: string | null
  is_current: boolean
}
/** Newest first. Who published stands in the history; a name there is only where a person did, not the command line. */
export const versionsPage = sql<VersionRow>(
  'programme-versions-page',
  `select f.seq, v.version, v.digest, v.published_at, w.name as published_by_name, v.version = p.current as is_current
     from programme p
     join fact f on f.stream = 'programme:' || p.id and f.type = 'programme-published'
     join programme_version v on v.programme_id = p.id and v.version = f.body ->> 'version'
     left join person w on w.id = (f.actor ->> 'person')::uuid
    where p.id = $1 and ($2::int is null or f.seq < $2) order by f.seq desc limit $3`,
)

export function projectProgramme({ fact, at }: Recorded<ProgrammeFact>): Patch[] {
  const { programmeId, version, digest, isFirst } = fact
  return [
    isFirst
      ? insert('programme', { id: programmeId, current: version })
      : update('programme', { id: programmeId }, { current: version }),
    insert('programme_version', { programme_id: programmeId, version, digest, published_at: at }),
  ]
}

export interface FrozenProgramme {
  readonly programme: Programme
  readonly catalogue: Catalogue
}

/** A published version never changes (a trigger sees to that), so each process may keep what it has read. */
const known = new WeakMap<Database, Map<string, FrozenProgramme>>()

export async function frozenProgramme(
  db: Database,
  id: string,
  version: string,
): Promise<FrozenProgramme | undefined> {
  const versions = known.get(db) ?? new Map<string, FrozenProgramme>()
  known.set(db, versions)
  const key = `${id} ${version}`
  const found = versions.get(key)
  if (found !== undefined) return found
  const row = await firstRow(db, programmeVersion, [id, version])
  if (row === undefined) return undefined
  const frozen = { programme: row.definition, catalogue: catalogueOf(row.definition.parts) }
  versions.set(key, frozen)
  return frozen
}
