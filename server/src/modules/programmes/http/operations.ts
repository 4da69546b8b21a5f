import { z } from 'zod'
import { message } from '../../../messages/index.ts'
import { firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { type AnyOperation, operationsOf } from '../../../platform/http/operation.ts'
import { pageOf, pageQuery } from '../../../platform/http/page.ts'
import type { Author } from '../../../platform/run-command.ts'
import type { Language } from '../../../values/language.ts'
import { isRefused } from '../../../values/refusal.ts'
import type { ProgrammeFact } from '../facts.ts'
import { type Change, differenceOf, partOfRules } from '../rules/difference.ts'
import { inLanguage } from '../rules/texts.ts'
import {
  frozenProgramme,
  programmeById,
  programmesList,
  programmeVersion,
  versionsPage,
} from '../storage/versions.ts'
import { previewProgramme } from '../use-cases/preview-programme.ts'
import { publishProgramme } from '../use-cases/publish-programme.ts'
import { readSentProgramme } from '../use-cases/read-sent-programme.ts'
import { choiceOperations } from './choices.ts'

/** Nobody reads more at once: whoever exchanges a whole catalogue sees how many there are. */
const MOST_CHANGES = 1_000
const yaml = { maxBytes: 4 * 1024 * 1024, mediaType: 'application/yaml' }

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

const versionPage = pageOf(
  z
    .object({
      number: z.int().describe('Counted from 1.'),
      programmeVersion: z.string(),
      isCurrent: z.boolean().describe('New orders follow this version.'),
      publishedAt: z.string(),
      publishedByName: z.string().nullable().describe('Null where the command line published it.'),
      digest: z.string(),
    })
    .meta({ id: 'ProgrammeVersionInList' }),
  'ProgrammeVersionPage',
)
const difference = z.object({
  total: z.int(),
  entries: z
    .array(
      z.object({
        path: z
          .array(z.string())
          .describe(
            'Through the rules by names; an entry of a list by its own name, else by its place from 0.',
          ),
        label: z.string().describe('The part of the rules, in the reader’s language.'),
        kind: z.enum(['added', 'removed', 'changed', 'moved']),
        from: z.unknown().optional(),
        to: z.unknown().optional(),
        after: z
          .string()
          .nullable()
          .optional()
          .describe(
            'Where order counts: the entry that the added one stands behind; null is the first place.',
          ),
      }),
    )
    .describe(`The first ${MOST_CHANGES} of all.`),
})

const differenceIn = (language: Language, changes: readonly Change[]): z.input<typeof difference> => ({
  total: changes.length,
  entries: changes.slice(0, MOST_CHANGES).map((change) => ({
    ...change,
    path: [...change.path],
    label: message(language, 'rules', partOfRules(change.path)),
  })),
})

const unknownVersion = (programme: string, programmeVersion: string) => ({
  refused: 'programme-version-not-found' as const,
  programme,
  programmeVersion,
})

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
      if (row === undefined) return unknownVersion(id, wanted)
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
    id: 'list-programme-versions',
    method: 'GET',
    path: '/programmes/{id}/versions',
    tag: 'Programmes',
    summary: 'The versions of a programme, newest first, a page at a time',
    params: z.object({ id: z.string().max(60) }),
    query: pageQuery,
    answers: versionPage.schema,
    refusals: ['programme-not-found', 'cursor-invalid'],
    handle: async ({ params: { id }, query }) => {
      if ((await firstRow(house.db, programmeById, [id])) === undefined)
        return { refused: 'programme-not-found', programme: id }
      return versionPage.answer(
        query,
        async ([before], limit) =>
          (await rows(house.db, versionsPage, [id, before ?? null, limit])).map((row) => ({
            number: row.seq,
            programmeVersion: row.version,
            isCurrent: row.is_current,
            publishedAt: row.published_at,
            publishedByName: row.published_by_name,
            digest: row.digest,
          })),
        ({ number }) => [number],
      )
    },
  }),
  operation({
    id: 'read-programme-difference',
    method: 'GET',
    path: '/programmes/{id}/versions/{programmeVersion}/difference',
    tag: 'Programmes',
    summary: 'In what a version differs from another',
    params: z.object({ id: z.string().max(60), programmeVersion: z.string().max(20) }),
    query: z.object({ from: z.string().max(20).describe('The version to compare with.') }),
    answers: difference
      .extend({ id: z.string(), fromVersion: z.string(), programmeVersion: z.string() })
      .meta({ id: 'ProgrammeDifference' }),
    refusals: ['programme-version-not-found'],
    handle: async ({ params: { id, programmeVersion: wanted }, query: { from }, language }) => {
      const [older, newer] = await Promise.all([
        frozenProgramme(house.db, id, from),
        frozenProgramme(house.db, id, wanted),
      ])
      if (newer === undefined) return unknownVersion(id, wanted)
      if (older === undefined) return unknownVersion(id, from)
      const changes = differenceOf(older.programme, newer.programme)
      return {
        reply: { id, fromVersion: from, programmeVersion: wanted, ...differenceIn(language, changes) },
      }
    },
  }),
  operation({
    id: 'preview-programme',
    keyless: true,
    method: 'POST',
    path: '/programmes/preview',
    tag: 'Programmes',
    summary: 'Check a programme’s YAML and see what publishing it would change',
    description: 'Nothing is stored.',
    text: yaml,
    body: z.string(),
    answers: difference
      .extend({
        id: z.string(),
        programmeVersion: z.string(),
        digest: z.string(),
        current: z.string().nullable().describe('The version it is compared with; null for a new programme.'),
        versionIsFree: z.boolean(),
        isPublished: z.boolean().describe('This very content is published under its version already.'),
      })
      .meta({ id: 'ProgrammePreview' }),
    refusals: ['programme-invalid', 'catalogue-not-sent'],
    handle: async ({ body, language }) => {
      const programme = await readSentProgramme(house, body, language)
      if (isRefused(programme)) return programme
      const { changes, ...preview } = await previewProgramme(house, programme)
      const { id, version } = programme
      return { reply: { id, programmeVersion: version, ...preview, ...differenceIn(language, changes) } }
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
      'New orders follow it from now on; orders that are registered keep theirs. A catalogue is given in `parts`; one that is named as a file is kept from the current version.',
    text: yaml,
    body: z.string(),
    answers: z
      .object({ id: z.string(), programmeVersion: z.string(), digest: z.string() })
      .meta({ id: 'PublishedProgramme' }),
    refusals: [
      'programme-invalid',
      'catalogue-not-sent',
      'programme-version-taken',
      'idempotency-key-reused',
    ],
    handle: async ({ caller, body, language, requestKey }) => {
      const programme = await readSentProgramme(house, body, language)
      return isRefused(programme) ? programme : publishProgramme(house, caller.by, programme, requestKey)
    },
  }),
  ...choiceOperations(house),
]
