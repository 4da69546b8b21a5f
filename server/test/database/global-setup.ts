/**
 * One PostgreSQL for a whole test run and one migrated template in it: the embedded one in a temporary folder, or the
 * server at TEST_DATABASE_URL (a superuser's, or one who may create databases).
 */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/platform/database/migrate.ts'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/start.ts'
import { isRefused } from '../../src/values/refusal.ts'
import { maintain, withDatabase } from './maintain.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where databases are made and dropped. */
    maintenanceUrl: string
    /** Each database of this run begins with it; the template is exactly it. */
    templateName: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await serverForTests()
  const templateName = `tmip_test_${randomBytes(4).toString('hex')}`
  await maintain(server.url, `create database ${templateName}`)
  await migrate(withDatabase(server.url, templateName))
  project.provide('maintenanceUrl', server.url)
  project.provide('templateName', templateName)
  return async () => {
    await server.end(templateName)
  }
}

interface TestServer {
  readonly url: string
  readonly end: (templateName: string) => Promise<void>
}

async function serverForTests(): Promise<TestServer> {
  const given = process.env['TEST_DATABASE_URL']
  if (given) return { url: given, end: (templateName) => dropAll(given, templateName) }

  const folder = await mkdtemp(join(tmpdir(), 'tmip-test-database-'))
  const server = await startEmbeddedPostgres({
    folder,
    // Nobody misses these data; without autovacuum nothing but tests touches the template.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' },
  })
  if (isRefused(server)) throw new Error(`no database for the tests: ${JSON.stringify(server, null, 2)}`)
  return {
    url: server.url,
    end: async () => {
      await server.stop()
      await rm(folder, { recursive: true })
    },
  }
}

async function dropAll(url: string, templateName: string): Promise<void> {
  const made = await maintain<{ name: string }>(
    url,
    `select datname as name from pg_database where starts_with(datname, '${templateName}')`,
  )
  for (const { name } of made) await maintain(url, `drop database if exists ${name} with (force)`)
}
