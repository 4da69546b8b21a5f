import type { FastifyInstance } from 'fastify'
import type { Runner } from 'graphile-worker'
import { openHouse, openServer, openWorker } from '../compose.ts'
import type { Fact } from '../facts.ts'
import { message } from '../messages/index.ts'
import { anyOrganisation, anySampleOrganisation } from '../modules/people/index.ts'
import { migrate } from '../platform/database/migrate.ts'
import { firstRow } from '../platform/database/pool.ts'
import type { House } from '../platform/house.ts'
import { type Connection, configuration, connectDatabase, openLog, systemLanguage } from './configuration.ts'
import {
  backThen,
  createSampleWorld,
  furtherOrganisations,
  publishShippedProgramme,
  sampleOrganisations,
  samplePassword,
} from './sample-world.ts'

/** The laptop's start: everything in one process, on loopback, with a sample world to try. */
export async function start(): Promise<void> {
  const { port, host } = configuration()
  const running = new Running()
  try {
    const house = await running.open(await connectDatabase(), 'warn')
    await openSampleWorld(house)
    running.worker = await openWorker(house)
    running.app = await openServer(house)
    const address = await running.app.listen({ port, host })
    const words = (key: Parameters<typeof message<'program'>>[2], values = {}) =>
      message(systemLanguage(), 'program', key, values)
    const people = [...sampleOrganisations, ...furtherOrganisations].flatMap(({ name, people }) =>
      people.map((person) => `  ${person.email.padEnd(30)} ${person.roles.join(', ').padEnd(26)} ${name}`),
    )
    process.stdout.write(
      `\n${words('ready', { address })}\n${words('reference', { address })}\n\n${words('sign-in', { password: samplePassword })}\n${people.join('\n')}\n\n${words('stop')}\n`,
    )
  } catch (error) {
    await running.close()
    throw error
  }
}

/** A new database is given a past of half a year; one that has people already is left as they changed it. */
async function openSampleWorld(house: House<Fact>): Promise<void> {
  const isNew = (await firstRow(house.db, anyOrganisation, [])) === undefined
  const then = isNew ? backThen(house, 200) : house
  await createSampleWorld(then)
  await publishShippedProgramme(then)
  if (isNew) await (await import('./sample-cases.ts')).createSampleCases(house)
}

/** The production server. It starts only where nothing of the sample world is left and its address is known. */
export async function serve(): Promise<void> {
  const { port, host, publicAddress, databaseUrl, trustProxy } = configuration()
  const language = systemLanguage()
  const missing = [
    ...(databaseUrl === undefined ? [message(language, 'program', 'set-database-url')] : []),
    ...(isPublicAddress(publicAddress) ? [] : [message(language, 'program', 'set-public-address')]),
    ...(/:\/\/[^/]*:(postgres|password|secret|changeme|tmip|sample[^@]*)@/i.test(databaseUrl ?? '')
      ? [message(language, 'program', 'sample-secret')]
      : []),
  ]
  if (missing.length > 0) throw new Error(`\n- ${missing.join('\n- ')}`)
  const running = new Running()
  try {
    const house = await running.open(await connectDatabase())
    if ((await firstRow(house.db, anySampleOrganisation, [])) !== undefined)
      throw new Error(message(language, 'program', 'sample-world'))
    running.app = await openServer(house, trustProxy)
    await running.app.listen({ port, host })
    house.log.info({ port, host, publicAddress }, 'serving')
  } catch (error) {
    await running.close()
    throw error
  }
}

export async function worker(): Promise<void> {
  if (configuration().databaseUrl === undefined)
    throw new Error(message(systemLanguage(), 'program', 'set-database-url'))
  const running = new Running()
  const house = await running.open(await connectDatabase())
  running.worker = await openWorker(house)
  house.log.info('working')
}

const isPublicAddress = (text: string | undefined): boolean =>
  text !== undefined && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

/** What is open, closed in the opposite order when a signal comes: requests first, then jobs, then the database. */
class Running {
  app: FastifyInstance | undefined
  worker: Runner | undefined
  #house: House<Fact> | undefined
  #connection: Connection | undefined
  #closing: Promise<void> | undefined

  async open(connection: Connection, level: 'info' | 'warn' = 'info'): Promise<House<Fact>> {
    this.#connection = connection
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => void this.close().then(() => process.exit(0)))
    await migrate(connection.url)
    const { dataFolder, poolSize, clamd } = configuration()
    this.#house = await openHouse({
      databaseUrl: connection.url,
      dataFolder,
      log: openLog(level),
      poolSize,
      clamd,
    })
    return this.#house
  }

  close(): Promise<void> {
    this.#closing ??= (async () => {
      await this.app?.close()
      await this.worker?.stop()
      await this.#house?.db.end()
      await this.#connection?.close()
    })()
    return this.#closing
  }
}
