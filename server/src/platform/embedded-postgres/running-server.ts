import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { SECRET_FILE, SUPERUSER } from './initialise.ts'
import { DATABASE } from './start.ts'

/**
 * The address of the server that another program runs on `folder`, for a command beside it; undefined when none answers.
 * Only who may read the folder learns it: the secret lies there with mode 0600, the port in PostgreSQL's own
 * postmaster.pid (its fourth line).
 */
export async function runningServer(folder: string): Promise<string | undefined> {
  const cluster = join(resolve(folder), 'cluster')
  try {
    const [pidFile, secret] = await Promise.all(
      ['postmaster.pid', SECRET_FILE].map((name) => readFile(join(cluster, name), 'utf8')),
    )
    const url = `postgres://${SUPERUSER}:${secret}@127.0.0.1:${Number(pidFile?.split('\n')[3])}/${DATABASE}`
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.end()
    return url
  } catch {
    return undefined
  }
}
