import { openHouse, openServer } from '../compose.ts'
import type { Fact } from '../facts.ts'
import { message } from '../messages/index.ts'
import { verifyHistory } from '../modules/audit/index.ts'
import { migrate } from '../platform/database/migrate.ts'
import type { House } from '../platform/house.ts'
import { configuration, joinDatabase, openLog, systemLanguage } from './configuration.ts'

/** Opens the database for one command and closes it again. */
export async function withHouse<T>(work: (house: House<Fact>) => Promise<T>): Promise<T> {
  const connection = await joinDatabase()
  try {
    await migrate(connection.url)
    const house = await openHouse({
      databaseUrl: connection.url,
      dataFolder: configuration().dataFolder,
      log: openLog('warn'),
      poolSize: 2,
    })
    try {
      return await work(house)
    } finally {
      await house.db.end()
    }
  } finally {
    await connection.close()
  }
}

export async function migrateDatabase(): Promise<void> {
  await withHouse(async () => process.stdout.write(`${message(systemLanguage(), 'program', 'migrated')}\n`))
}

export async function verify(): Promise<void> {
  const verification = await withHouse((house) => verifyHistory(house))
  const { difference, ...counts } = verification
  const language = systemLanguage()
  process.stdout.write(
    `${message(language, 'program', difference === null ? 'history-holds' : 'history-differs', counts)}\n`,
  )
  if (difference !== null) {
    process.stdout.write(
      `${message(language, 'program', `difference-${difference.what}`, { where: difference.where })}\n`,
    )
    process.stdout.write(
      `  expected ${JSON.stringify(difference.expected)}\n  found    ${JSON.stringify(difference.found)}\n`,
    )
    process.exitCode = 1
  }
}

/** The document is made from the operations alone; no database is asked. */
export async function printOpenApi(): Promise<void> {
  const house = { log: openLog('warn') } as House<Fact>
  const app = await openServer(house)
  await app.ready()
  process.stdout.write(`${JSON.stringify(app.swagger(), null, 2)}\n`)
  await app.close()
}
