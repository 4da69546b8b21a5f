import { z } from 'zod'
import { firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { type AnyOperation, operationsOf } from '../../../platform/http/operation.ts'
import { pageOf, pageQuery } from '../../../platform/http/page.ts'
import type { Author } from '../../../platform/run-command.ts'
import { isRefused } from '../../../values/refusal.ts'
import type { ProgrammeFact } from '../facts.ts'
import { parseProgramme } from '../rules/parse-programme.ts'
import { inLanguage } from '../rules/texts.ts'
import { programmesList, programmeVersion } from '../storage/versions.ts'
import { publishProgramme } from '../use-cases/publish-programme.ts'

const summary = z
  .object({
    id: z.string(),
    programmeVersion: z.string(),
    name: z.string(),
    vendor: z.string(),
    mailbox: z.string(),
    window: z.string(),
    currencies: z.array(z.string()),
    publishedAt: z.string(),
    digest: z.string(),
  })
  .meta({ id: 'Programme' })
const programmePage = pageOf(summary, 'ProgrammePage')
const detail = z
  .object({
    id: z.string(),
    programmeVersion: z.string(),
    publishedAt: z.string(),
    digest: z.string(),
    definition: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'ProgrammeVersion' })

const operation = operationsOf<{ readonly by: Author }>()

export const programmeOperations = (house: House<ProgrammeFact>): AnyOperation<{ readonly by: Author }>[] => [
  operation({
    id: 'list-programmes',
    method: 'GET',
    path: '/programmes',
    tag: 'Programmes',
    summary: 'Programmes and their current versions',
    query: pageQuery,
    answers: programmePage.schema,
    refusals: ['cursor-invalid'],
    handle: ({ query, language }) =>
      programmePage.answer(
        query,
        async ([after], limit) =>
          (await rows(house.db, programmesList, [after ?? null, limit])).map(
            ({ id, current, definition, published_at, digest }) => ({
              id,
              programmeVersion: current,
              name: inLanguage(definition.name, language),
              vendor: definition.vendor,
              mailbox: definition.mailbox,
              window: definition.clock.window,
              currencies: definition.currencies,
              publishedAt: published_at,
              digest,
            }),
          ),
        ({ id }) => [id],
      ),
  }),
  operation({
    id: 'read-programme',
    method: 'GET',
    path: '/programmes/{id}/versions/{programmeVersion}',
    tag: 'Programmes',
    summary: 'One version of a programme, whole',
    params: z.object({ id: z.string().max(60), programmeVersion: z.string().max(20) }),
    answers: detail,
    refusals: ['programme-version-not-found'],
    handle: async ({ params: { id, programmeVersion: wanted } }) => {
      const row = await firstRow(house.db, programmeVersion, [id, wanted])
      if (row === undefined)
        return { refused: 'programme-version-not-found', programme: id, programmeVersion: wanted }
      return {
        reply: {
          id,
          programmeVersion: wanted,
          publishedAt: row.published_at,
          digest: row.digest,
          definition: row.definition,
        },
      }
    },
  }),
  operation({
    id: 'publish-programme',
    method: 'POST',
    path: '/programmes',
    tag: 'Programmes',
    status: 201,
    sameAgain: 'This version is published already, with the same content.',
    summary: 'Publish a programme version from its YAML',
    description:
      'New orders follow it from now on; orders that are registered keep theirs. A catalogue is given in `parts`.',
    text: { maxBytes: 4 * 1024 * 1024, mediaType: 'application/yaml' },
    body: z.string(),
    answers: z
      .object({ id: z.string(), programmeVersion: z.string(), digest: z.string() })
      .meta({ id: 'PublishedProgramme' }),
    refusals: ['programme-invalid', 'programme-version-taken', 'idempotency-key-reused'],
    handle: async ({ caller, body, language, requestKey }) => {
      const programme = parseProgramme(body, language)
      return isRefused(programme) ? programme : publishProgramme(house, caller.by, programme, requestKey)
    },
  }),
]
