import { firstRow } from '../../../platform/database/pool.ts'
import { GENESIS } from '../../../platform/history/chain.ts'
import { update } from '../../../platform/history/patch.ts'
import type { House } from '../../../platform/house.ts'
import { type Author, type RequestKey, runCommand } from '../../../platform/run-command.ts'
import type { Refusal } from '../../../values/refusal.ts'
import type { ProgrammeFact } from '../facts.ts'
import { programmeDigest } from '../rules/digest.ts'
import type { Programme } from '../rules/schema.ts'
import { programmeById, programmeVersion } from '../storage/versions.ts'

export interface Published {
  readonly id: string
  readonly programmeVersion: string
  readonly digest: string
}
type PublishRefusal = Refusal<'programme-version-taken', { id: string; programmeVersion: string }>

/** Makes a version the current one for new orders. The same content again is no change; other content needs another version. */
export async function publishProgramme(
  house: House<ProgrammeFact>,
  by: Author,
  programme: Programme,
  requestKey?: RequestKey,
) {
  const digest = programmeDigest(programme)
  const reply: Published = { id: programme.id, programmeVersion: programme.version, digest }
  return runCommand<ProgrammeFact, Published, PublishRefusal>(house, {
    by,
    requestKey,
    decide: async () => {
      const row = await firstRow(house.db, programmeById, [programme.id])
      const same = await firstRow(house.db, programmeVersion, [programme.id, programme.version])
      if (same !== undefined && same.digest !== digest)
        return { refused: 'programme-version-taken', id: programme.id, programmeVersion: programme.version }
      const name = `programme:${programme.id}`
      const stream = {
        name,
        root: name,
        table: 'programme',
        key: { id: programme.id },
        version: row?.version ?? 0,
        head: row?.head ?? GENESIS,
      }
      if (same !== undefined) return { streams: [], reply }
      return {
        streams: [
          {
            stream,
            facts: [
              {
                type: 'programme-published',
                programmeId: programme.id,
                version: programme.version,
                digest,
                isFirst: row === undefined,
              },
            ],
          },
        ],
        unrecorded: [
          update(
            'programme_version',
            { programme_id: programme.id, version: programme.version },
            { definition: programme },
          ),
        ],
        reply,
        status: 201,
      }
    },
  })
}
