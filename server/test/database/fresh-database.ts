import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { maintain, withDatabase } from './maintain.ts'

export interface FreshDatabase {
  readonly url: string
  /** Ends whatever is still connected and drops it. */
  readonly drop: () => Promise<void>
}

/**
 * An own, migrated, empty database, from any test worker at any time. Measured with fsync off: copying the template's
 * files takes 18 ms, writing it through the log (PostgreSQL's default) 25 ms, migrating anew 190 ms.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = inject('maintenanceUrl')
  const template = inject('templateName')
  const name = `${template}_${randomBytes(6).toString('hex')}`
  await maintain(server, `create database ${name} template ${template} strategy file_copy`)
  return {
    url: withDatabase(server, name),
    drop: async () => void (await maintain(server, `drop database ${name} with (force)`)),
  }
}
