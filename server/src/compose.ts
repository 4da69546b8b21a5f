/** The one place where everything is put together. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Logger as QueueLogger, type Runner, run } from 'graphile-worker'
import type { Logger } from 'pino'
import type { Fact } from './facts.ts'
import { auditOperations, sealHistory } from './modules/audit/index.ts'
import {
  caseOperations,
  extensionOperations,
  lifecycleFaults,
  owedOperations,
  threadOperations,
  unitOperations,
} from './modules/cases/index.ts'
import { certificateOperations } from './modules/certificates/index.ts'
import { creditOperations } from './modules/credits/index.ts'
import { formOperations } from './modules/forms/index.ts'
import { orderOperations } from './modules/orders/index.ts'
import {
  type Actor,
  actorOf,
  authorOf,
  type Caller,
  forgetExpired,
  hashToken,
  peopleOperations,
  reaches,
  tokenOf,
} from './modules/people/index.ts'
import { programmeOperations } from './modules/programmes/index.ts'
import { queueOperations } from './modules/queue/index.ts'
import { receivingOperations } from './modules/receiving/index.ts'
import { searchOperations } from './modules/search/index.ts'
import { sendInstructions, shippingOperations } from './modules/shipping/index.ts'
import { type OperationId, permissions, scopeOf } from './permissions.ts'
import { type Clock, systemClock } from './platform/clock.ts'
import { openPool } from './platform/database/pool.ts'
import { readTables } from './platform/database/tables.ts'
import { type ClamdAddress, scanWithClamd } from './platform/files/clamd.ts'
import { type FileStore, localFileStore } from './platform/files/file-store.ts'
import { scannedFileStore } from './platform/files/scanned-file-store.ts'
import type { House } from './platform/house.ts'
import type { AnyOperation } from './platform/http/operation.ts'
import { addPortal } from './platform/http/portal-page.ts'
import { addReferencePage } from './platform/http/reference-page.ts'
import { buildServer } from './platform/http/server.ts'
import { project } from './projections.ts'
import { react } from './reactions.ts'
import { refusalTexts } from './refusals.ts'
import { timetable } from './timetable.ts'
import { isLanguage } from './values/language.ts'
import type { Refusal } from './values/refusal.ts'
import { productVersion } from './version.ts'

export interface Settings {
  readonly databaseUrl: string
  /** Folder for files and, with the embedded database, for it too. */
  readonly dataFolder: string
  readonly log: Logger
  readonly clock?: Clock
  readonly poolSize?: number
  readonly clamd?: ClamdAddress | undefined
  readonly trustProxy?: boolean
}

export async function openHouse({
  databaseUrl,
  dataFolder,
  log,
  clock = systemClock,
  poolSize,
  clamd,
}: Settings): Promise<House<Fact>> {
  const faults = lifecycleFaults()
  if (faults.length > 0) throw new Error(`the unit lifecycle is broken: ${faults.join('; ')}`)
  const db = openPool(databaseUrl, poolSize)
  return {
    db,
    tables: await readTables(db),
    clock,
    project,
    react,
    files: scanned(localFileStore(join(dataFolder, 'files')), clamd, log),
    log,
    texts: refusalTexts,
  }
}

const scanned = (store: FileStore, clamd: ClamdAddress | undefined, log: Logger): FileStore =>
  clamd === undefined
    ? store
    : scannedFileStore(store, scanWithClamd(clamd), (what) => log.warn(what, 'an upload was not taken'))

export const operationsOfHouse = (house: House<Fact>): AnyOperation<Caller>[] => [
  ...peopleOperations(house),
  ...programmeOperations(house),
  ...orderOperations(house),
  ...caseOperations(house),
  ...unitOperations(house),
  ...extensionOperations(house),
  ...owedOperations(house),
  ...threadOperations(house),
  ...formOperations(house),
  ...certificateOperations(house),
  ...shippingOperations(house),
  ...receivingOperations(house),
  ...creditOperations(house),
  ...queueOperations(house),
  ...searchOperations(house),
  ...auditOperations(house),
]

/** What the reference says of each part of the API. */
const tags = new Map([
  [
    'People',
    'Signing in, organisations with their people, API keys, and mandates by which a partner acts for a customer.',
  ],
  ['Programmes', 'The rules of each programme: one versioned datum, frozen onto every order.'],
  ['Orders', 'Orders for new equipment and the old devices they commit to.'],
  ['Cases', 'The Case Manager: what each case waits for, its devices, its history, and more time.'],
  ['Trade-in forms', 'The form goes out as Excel, comes back filled, is read, shown and applied.'],
  ['Certificates', 'Certificates of Destruction: issued, signed, handed in, decided.'],
  ['Shipping', 'Instructions, shipments and prepaid labels.'],
  ['Receiving', 'The dock: receipts, scans, and goods that nobody knows yet.'],
  ['Queue', 'What needs a person of the vendor.'],
  ['Search', 'Everything by any number or name, also a part of it.'],
  ['Credits', 'The double-entry ledger of discount credits, exposure by due month, and charge-backs.'],
  ['History', 'What happened, told for people, and the proof that nobody changed it.'],
])

/** Nobody: the caller of an operation that everybody may call. */
const stranger: Caller = {
  actor: {
    personId: '',
    name: '',
    organisationId: '',
    organisationKind: 'customer',
    roles: [],
    language: 'en',
    timeZone: 'UTC',
    mandates: [],
    readingMandates: [],
  },
  scope: [],
  by: { person: null, organisation: null, via: 'api' },
  may: () => false,
  mayFor: () => () => false,
  permitted: () => [],
  credential: { kind: 'none', hash: Buffer.alloc(0) },
}

const operationIds = Object.keys(permissions) as OperationId[]

type NotAdmitted = Refusal<'not-signed-in'> | Refusal<'not-allowed'> | Refusal<'cross-site-request'>

async function admit(
  house: House<Fact>,
  operation: OperationId,
  request: FastifyRequest,
): Promise<Caller | NotAdmitted> {
  if (permissions[operation] === 'public') return stranger
  const token = tokenOf(request)
  const actor: Actor | undefined = token && (await actorOf(house.db, token.token, house.clock()))
  if (token === undefined || actor === undefined) return { refused: 'not-signed-in' }
  if (token.fromCookie && !sameSite(request)) return { refused: 'cross-site-request' }
  const scope = scopeOf(operation, actor)
  if (scope === null) return { refused: 'not-allowed' }
  return {
    actor,
    scope,
    by: authorOf(actor),
    may: (other) => other in permissions && scopeOf(other as OperationId, actor) !== null,
    mayFor: (customerId) => (other) => {
      const there = other in permissions ? scopeOf(other as OperationId, actor) : null
      return there !== null && reaches(there, customerId)
    },
    permitted: () => operationIds.filter((other) => scopeOf(other, actor) !== null),
    credential: {
      kind: token.token.startsWith('tmip_key_') ? 'api-key' : 'session',
      hash: hashToken(token.token),
    },
  }
}

/** A browser says where a request comes from; a cookie alone must not let another site act for its owner. */
const sameSite = ({ method, headers }: FastifyRequest): boolean =>
  method === 'GET' ||
  headers['sec-fetch-site'] === 'same-origin' ||
  (headers['sec-fetch-site'] === undefined && headers.origin === undefined)

const builtPortal = fileURLToPath(new URL('../../portal/dist', import.meta.url))

export async function openServer(
  house: House<Fact>,
  trustProxy = false,
  portalFolder = builtPortal,
): Promise<FastifyInstance> {
  const operations = operationsOfHouse(house)
  const title = 'Technology Migration Incentive Program'
  const app = await buildServer<Caller>({
    title,
    description: 'Orders, old devices, certificates and credits, from the first form to the closed case.',
    version: productVersion,
    operations,
    tags,
    isPublic: (operation) => permissions[operation as OperationId] === 'public',
    admit: (operation, request) => admit(house, operation as OperationId, request),
    languageOf: ({ actor: { language } }) => (isLanguage(language) ? language : undefined),
    nameOf: ({ actor }) => actor.personId,
    texts: refusalTexts,
    ready: async () => void (await house.db.query('select 1')),
    log: house.log,
    trustProxy,
  })
  await addReferencePage(app, title)
  // Where only the server was built (a container for workers, a test of the API), the API is all there is.
  if (existsSync(portalFolder)) await addPortal(app, portalFolder)
  return app
}

/** The queue reports through our log: each finished job only where somebody asked for details. */
const queueLogger = (log: Logger): QueueLogger =>
  new QueueLogger(() => (level, text, meta) => {
    if (level === 'error' || level === 'warning')
      log[level === 'error' ? 'error' : 'warn']({ queue: meta }, text)
    else log.debug(text)
  })

const DAY_MS = 86_400_000

/** Works off the queue and the timetable until it is stopped. */
export async function openWorker(house: House<Fact>): Promise<Runner> {
  return run({
    pgPool: house.db,
    concurrency: 4,
    noHandleSignals: true,
    logger: queueLogger(house.log),
    crontab: timetable.map(({ task, cron }) => `${cron} ${task}`).join('\n'),
    taskList: {
      'send-shipping-instructions': async (payload) =>
        void (await sendInstructions(house, (payload as { caseId: string }).caseId)),
      'seal-history': () => sealHistory(house.db, house.clock()),
      'forget-expired': async () => {
        await forgetExpired(house.db, house.clock())
        await house.files.sweep(Date.parse(house.clock()) - DAY_MS)
      },
    },
  })
}
