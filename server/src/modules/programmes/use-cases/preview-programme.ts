import { firstRow } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import type { ProgrammeFact } from '../facts.ts'
import { type Change, differenceOf } from '../rules/difference.ts'
import { programmeDigest } from '../rules/digest.ts'
import type { Programme } from '../rules/schema.ts'
import { frozenProgramme, programmeById, programmeVersion } from '../storage/versions.ts'

export interface Preview {
  readonly digest: string
  /** The version that new orders follow now; null for a programme that is new. */
  readonly current: string | null
  /** Whether this content can be published under its version: nobody used that version for other content. */
  readonly versionIsFree: boolean
  /** Whether the very same content is published under its version already. */
  readonly isPublished: boolean
  readonly changes: readonly Change[]
}

/** What publishing these rules would change for new orders. Nothing is stored. */
export async function previewProgramme({ db }: House<ProgrammeFact>, programme: Programme): Promise<Preview> {
  const digest = programmeDigest(programme)
  const row = await firstRow(db, programmeById, [programme.id])
  const same = await firstRow(db, programmeVersion, [programme.id, programme.version])
  const current = row && (await frozenProgramme(db, row.id, row.current))
  return {
    digest,
    current: row?.current ?? null,
    versionIsFree: same === undefined,
    isPublished: same?.digest === digest,
    changes: current === undefined ? [] : differenceOf(current.programme, programme),
  }
}
