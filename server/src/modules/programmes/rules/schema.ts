import { z } from 'zod'
import { calendar, clock, extensions, grace, reminders, serviceLevels } from './schema/deadlines.ts'
import { code, currency, email, expects, shortWords, texts, version } from './schema/leaves.ts'
import { regions, shipping, site, unmatchedGoods } from './schema/logistics.ts'
import { registration, rejectionReasons, routes } from './schema/routes.ts'
import { credit, part, phase } from './schema/scope.ts'

/**
 * The whole programme: one datum of plain JSON, checked once, stored and frozen onto every order. Sections that are
 * left out mean "no": no `extensions`, nobody may ask for one.
 */
export const programmeSchema = z.strictObject({
  id: code,
  version,
  vendor: shortWords,
  name: texts,
  summary: texts,
  mailbox: email,
  currencies: z.array(currency).min(1, expects('expectList')),
  /** A CSV file beside the YAML; reading the file puts its rows into `parts`. */
  catalogue: z
    .string(expects('expectCatalogueFile'))
    .regex(/^[a-z0-9][a-z0-9.-]*\.csv$/, expects('expectCatalogueFile'))
    .optional(),
  parts: z.array(part).default([]),
  phases: z.array(phase).min(1, expects('expectList')),
  calendar,
  clock,
  extensions: extensions.optional(),
  reminders,
  grace,
  serviceLevels,
  registration,
  routes,
  credit,
  regions: regions.default({}),
  sites: z.array(site).min(1, expects('expectList')),
  shipping,
  unmatchedGoods,
  rejectionReasons,
})

export type Programme = z.output<typeof programmeSchema>

/** JSON Schema (draft 2020-12) of a programme file, for editors that complete and check while one types. */
export const programmeJsonSchema = () =>
  z.toJSONSchema(programmeSchema, { io: 'input', reused: 'inline', unrepresentable: 'any' })
