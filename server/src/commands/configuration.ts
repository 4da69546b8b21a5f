import { resolve } from 'node:path'
import { pino } from 'pino'
import { runningServer } from '../platform/embedded-postgres/running-server.ts'
import { startEmbeddedPostgres } from '../platform/embedded-postgres/start.ts'
import type { ClamdAddress } from '../platform/files/clamd.ts'
import { refusalTexts } from '../refusals.ts'
import type { Language } from '../values/language.ts'
import { isRefused } from '../values/refusal.ts'

/** What the environment says, with the laptop's defaults. Secrets come only from there or from files, never from flags. */
export const configuration = () => ({
  port: portOf(process.env['PORT']),
  host: process.env['HOST'] ?? '127.0.0.1',
  dataFolder: resolve(process.env['TMIP_DATA'] ?? 'data'),
  databaseUrl: process.env['DATABASE_URL'],
  publicAddress: process.env['PUBLIC_ADDRESS'],
  trustProxy: process.env['TRUST_PROXY'] === 'true',
  poolSize: Number(process.env['DATABASE_POOL'] ?? 8),
  clamd: clamdOf(process.env['CLAMD']),
})

function portOf(text: string | undefined): number {
  const port = Number(text ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT is "${text}"; expected a number from 0 to 65535`)
  return port
}

/** `/run/clamav/clamd.ctl` or `scanner.example.com:3310`. */
function clamdOf(text: string | undefined): ClamdAddress | undefined {
  if (text === undefined || text === '') return undefined
  if (text.startsWith('/')) return { path: text }
  const [, host = '', port = ''] = /^(.+):(\d+)$/.exec(text) ?? []
  if (host === '' || Number(port) > 65_535)
    throw new Error(`CLAMD is "${text}"; expected the path of a socket, or host:port`)
  return { host, port: Number(port) }
}

export const systemLanguage = (): Language =>
  (process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? '')
    .toLowerCase()
    .startsWith('de')
    ? 'de'
    : 'en'

/** On standard error, one JSON object a line; never a password, a token or the body of a request. */
export const openLog = (level: 'info' | 'warn' = 'info') =>
  pino(
    {
      level: process.env['LOG_LEVEL'] ?? level,
      redact: ['req.headers.authorization', 'req.headers.cookie', 'password', 'token'],
    },
    pino.destination({ dest: 2, sync: false }),
  )

export interface Connection {
  readonly url: string
  close(): Promise<void>
}

/** The database for a command: also the one that a running `npm start` has, so that nobody must stop it to look inside. */
export async function joinDatabase(): Promise<Connection> {
  const { databaseUrl, dataFolder } = configuration()
  const url = databaseUrl ?? (await runningServer(resolve(dataFolder, 'postgres')))
  return url === undefined ? connectDatabase() : { url, close: async () => {} }
}

/** `DATABASE_URL`, or the embedded PostgreSQL in the data folder. */
export async function connectDatabase(): Promise<Connection> {
  const { databaseUrl, dataFolder } = configuration()
  if (databaseUrl !== undefined) return { url: databaseUrl, close: async () => {} }
  const postgres = await startEmbeddedPostgres({ folder: resolve(dataFolder, 'postgres') })
  if (isRefused(postgres)) throw new Error(sentence(postgres))
  return { url: postgres.url, close: () => postgres.stop() }
}

/** A refusal in the words of whoever sits at this terminal. */
export const sentence = ({ refused, ...data }: { readonly refused: string }): string =>
  refusalTexts.detailOf(systemLanguage(), refused, data)
