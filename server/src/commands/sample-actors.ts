/**
 * The people of the sample world at work. They use the public API, as everybody does, on days that are over: only the
 * clock of the server they speak to is turned back. So their history verifies, and nothing here can do what the API forbids.
 */
import { openServer } from '../compose.ts'
import type { Fact } from '../facts.ts'
import type { House } from '../platform/house.ts'
import { daysAgo, samplePassword } from './sample-world.ts'

// biome-ignore lint/suspicious/noExplicitAny: what an answer holds is described by the API document, operation by operation.
type Answer = any

export interface Actor {
  get(path: string): Promise<Answer>
  post(path: string, body?: object): Promise<Answer>
  put(path: string, body: object): Promise<Answer>
  upload(path: string, file: Uint8Array, fileName: string): Promise<Answer>
  download(path: string): Promise<Uint8Array>
}

export interface Actors {
  /** The house as it was then, for what the worker would have done. */
  readonly house: House<Fact>
  /** From now on it is nine o'clock so many days ago, and a minute later with each thing that is done. */
  readonly itIs: (days: number) => void
  readonly today: () => string
  readonly as: (email: string) => Promise<Actor>
  readonly goHome: () => Promise<void>
}

export async function openActors(house: House<Fact>): Promise<Actors> {
  const present = house.clock()
  let now = present
  const then = { ...house, clock: () => now }
  const app = await openServer(then)
  const tokens = new Map<string, string>()

  const send = async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    token: string | undefined,
    payload?: object | Uint8Array,
    contentType = 'application/json',
  ) => {
    const reply = await app.inject({
      method,
      url: `/api${path}`,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(payload !== undefined && { 'content-type': contentType }),
      },
      ...(payload !== undefined && {
        payload: payload instanceof Uint8Array ? Buffer.from(payload) : payload,
      }),
    })
    if (reply.statusCode >= 300)
      throw new Error(`sample world: ${method} ${path} at ${now}: ${reply.statusCode} ${reply.body}`)
    if (method !== 'GET')
      now = new Date(Math.min(Date.parse(now) + 60_000, Date.parse(present))).toISOString()
    return reply
  }

  /** Everybody signs in today: a session ends after some hours, and the story goes on for months. */
  const tokenOf = async (email: string): Promise<string> => {
    const known = tokens.get(email)
    if (known !== undefined) return known
    const before = now
    now = present
    const reply = await send('POST', '/sessions', undefined, { email, password: samplePassword })
    now = before
    const { token } = reply.json<{ token: string }>()
    tokens.set(email, token)
    return token
  }

  return {
    house: then,
    itIs: (days) => {
      now = days === 0 ? present : daysAgo(present, days)
    },
    today: () => now.slice(0, 10),
    as: async (email) => {
      const token = await tokenOf(email)
      return {
        get: async (path) => (await send('GET', path, token)).json(),
        post: async (path, body) => (await send('POST', path, token, body)).json(),
        put: async (path, body) => (await send('PUT', path, token, body)).json(),
        download: async (path) => (await send('GET', path, token)).rawPayload,
        upload: async (path, file, fileName) => {
          const form = new FormData()
          form.append('file', new Blob([Uint8Array.from(file)]), fileName)
          const multipart = new Response(form)
          const type = multipart.headers.get('content-type') ?? ''
          return (await send('POST', path, token, new Uint8Array(await multipart.arrayBuffer()), type)).json()
        },
      }
    },
    goHome: async () => {
      now = present
      for (const token of tokens.values()) await send('DELETE', '/sessions/current', token)
      await app.close()
    },
  }
}

/** The paper as its signatory hands it in: a line of blue ink on the last page. */
export async function signed(paper: Uint8Array): Promise<Uint8Array> {
  const { PDF, rgb } = await import('@libpdf/core')
  const pdf = await PDF.load(paper)
  const pages = pdf.getPages()
  const page = pages.at(-1)
  if (page === undefined) throw new Error('a certificate without pages')
  page
    .drawPath()
    .moveTo(90, page.height * 0.42)
    .curveTo(110, page.height * 0.5, 125, page.height * 0.4, 130, page.height * 0.43)
    .curveTo(145, page.height * 0.46, 150, page.height * 0.4, 165, page.height * 0.44)
    .curveTo(180, page.height * 0.47, 190, page.height * 0.41, 230, page.height * 0.45)
    .stroke({ borderColor: rgb(0.11, 0.25, 0.58), borderWidth: 1.6 })
  return pdf.save()
}
