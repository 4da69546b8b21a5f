import { readdir, readFile } from 'node:fs/promises'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'

/** One number for the whole product: whoever starts first migrates, the others wait for it. */
const MIGRATION_LOCK = 7_461_112

const folder = new URL('../../../migrations/', import.meta.url)

/**
 * Brings the database to the newest shape: numbered `.sql` files, each in its own transaction, under an advisory lock,
 * then the job queue's own tables. Safe to call from any number of starting processes.
 */
export async function migrate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await client.query(
      'create table if not exists migration (name text primary key, applied_at timestamptz not null default now())',
    )
    const done = new Set(
      (await client.query<{ name: string }>('select name from migration')).rows.map((row) => row.name),
    )
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()) {
      if (done.has(name)) continue
      await client.query('begin')
      await client.query(await readFile(new URL(name, folder), 'utf8'))
      await client.query('insert into migration (name) values ($1)', [name])
      await client.query('commit')
    }
    await runMigrations({ connectionString: url })
  } finally {
    await client.end()
  }
}
