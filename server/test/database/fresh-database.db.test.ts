import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'
import { maintain } from './maintain.ts'

const made: FreshDatabase[] = []
const make = async (): Promise<FreshDatabase> => {
  const database = await freshDatabase()
  made.push(database)
  return database
}
afterAll(async () => {
  for (const { drop } of made) await drop()
})

test('databases made at once are migrated and know nothing of each other', async () => {
  const [one, other] = await Promise.all([make(), make(), make(), make()])
  await maintain(one.url, 'create table only_here (id int)')
  const found = await maintain(
    other.url,
    `select to_regclass('only_here') as here, count(*)::int as done from migration`,
  )
  expect(found).toEqual([{ here: null, done: expect.any(Number) }])
  expect(found[0]!['done']).toBeGreaterThan(0)
})

test('a database is dropped while a client still holds it', async () => {
  const { url, drop } = await freshDatabase()
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  await drop()
  await expect(maintain(url, 'select 1')).rejects.toMatchObject({ code: '3D000' })
})
