/** A whole server on a database of its own, for tests that speak HTTP. */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { createSampleWorld, publishShippedProgramme, samplePassword } from '../src/commands/sample-world.ts'
import { openHouse, openServer, openWorker } from '../src/compose.ts'
import type { Fact } from '../src/facts.ts'
import type { Clock } from '../src/platform/clock.ts'
import type { ClamdAddress } from '../src/platform/files/clamd.ts'
import type { House } from '../src/platform/house.ts'
import { freshDatabase } from './database/fresh-database.ts'

export interface Reply {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what the API document describes, whatever the operation.
  readonly body: any
  readonly bytes: Uint8Array
}

export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<Reply>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>
  put(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>
  delete(path: string, headers?: Record<string, string>): Promise<Reply>
  upload(path: string, file: Uint8Array, fileName: string, headers?: Record<string, string>): Promise<Reply>
}

export function client(address: string, token?: string): Client {
  const send = async (
    method: string,
    path: string,
    body?: RequestInit['body'],
    headers: Record<string, string> = {},
  ): Promise<Reply> => {
    const response = await fetch(`${address}${path}`, {
      method,
      ...(body !== undefined && { body }),
      headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers },
    })
    const bytes = new Uint8Array(await response.arrayBuffer())
    const isJson = response.headers.get('content-type')?.includes('json')
    return {
      status: response.status,
      headers: response.headers,
      bytes,
      body: isJson ? JSON.parse(Buffer.from(bytes).toString('utf8')) : null,
    }
  }
  const json =
    (method: string) =>
    (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      typeof body === 'string'
        ? send(method, path, body, headers)
        : send(
            method,
            path,
            body === undefined ? undefined : JSON.stringify(body),
            body === undefined ? headers : { 'content-type': 'application/json', ...headers },
          )
  return {
    get: (path, headers) => send('GET', path, undefined, headers),
    delete: (path, headers) => send('DELETE', path, undefined, headers),
    post: json('POST'),
    put: json('PUT'),
    upload: (path, file, fileName, headers) => {
      const form = new FormData()
      form.append('file', new Blob([Uint8Array.from(file)]), fileName)
      return send('POST', path, form, headers)
    },
  }
}

export interface TestHouse {
  readonly house: House<Fact>
  readonly databaseUrl: string
  readonly filesFolder: string
  /** Of the API. */
  readonly address: string
  readonly stranger: Client
  /** Everything beside the API: the portal, the reference, the state of the server. */
  readonly site: Client
  /** Signed in as a person of the sample world. */
  as(email: string): Promise<Client>
  close(): Promise<void>
}

export async function startHouse({
  clock,
  withWorker = true,
  portalFolder,
  clamd,
}: {
  clock?: Clock
  withWorker?: boolean
  clamd?: ClamdAddress
  /** A built portal; the one in portal/dist, if any, when left out. */
  portalFolder?: string
} = {}): Promise<TestHouse> {
  const database = await freshDatabase()
  const dataFolder = await mkdtemp(join(tmpdir(), 'tmip-test-'))
  const house = await openHouse({
    databaseUrl: database.url,
    dataFolder,
    log: pino({ level: 'error' }),
    clamd,
    ...(clock && { clock }),
  })
  await publishShippedProgramme(house)
  await createSampleWorld(house)
  const app = await openServer(house, false, portalFolder)
  const worker = withWorker ? await openWorker(house) : undefined
  await app.listen({ port: 0, host: '127.0.0.1' })
  const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const address = `${origin}/api`
  const tokens = new Map<string, string>()
  const stranger = client(address)
  return {
    house,
    databaseUrl: database.url,
    filesFolder: join(dataFolder, 'files'),
    address,
    stranger,
    site: client(origin),
    async as(email) {
      let token = tokens.get(email)
      if (token === undefined) {
        const session = await stranger.post('/sessions', { email, password: samplePassword })
        if (session.status !== 201) throw new Error(`${email} cannot sign in: ${session.status}`)
        token = session.body.token as string
        tokens.set(email, token)
      }
      return client(address, token)
    },
    async close() {
      await app.close()
      await worker?.stop()
      await house.db.end()
      await database.drop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

export const people = {
  administrator: 'admin@vendor.example',
  desk: 'desk@vendor.example',
  finance: 'finance@vendor.example',
  secondFinance: 'finance2@vendor.example',
  auditor: 'auditor@vendor.example',
  dock: 'dock@receiver.example',
  customer: 'assets@rheinnetz.example',
  signatory: 'signs@rheinnetz.example',
  viewer: 'reads@rheinnetz.example',
  otherCustomer: 'assets@greatlakes.example',
  partner: 'agent@nordlicht.example',
} as const

export const orderOf = (
  tradeIns: readonly { sku: string; quantity: number }[],
  more: Record<string, unknown> = {},
) => ({
  number: `SO-${randomUUID().slice(0, 8)}`,
  programme: 'juniper-tmip',
  customerAccount: 'C-1001',
  purchaseOrder: 'PO-77',
  placedOn: '2026-11-02',
  currency: 'EUR',
  lines: [{ sku: 'MX304', quantity: 1 }],
  tradeIns,
  ...more,
})

/** Asks again until the answer satisfies; for what the worker does in its own time. */
export async function until<T>(ask: () => Promise<T>, satisfies: (answer: T) => boolean): Promise<T> {
  for (let attempt = 0; attempt < 400; attempt++) {
    const answer = await ask()
    if (satisfies(answer)) return answer
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('it did not become true in time')
}
