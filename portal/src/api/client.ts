/** The public API, typed by its own document (`npm run api-types` writes schema.ts from it). */
import createClient from 'openapi-fetch'
import type { Language } from '../messages/index.ts'
import type { components, paths } from './schema.ts'

export type Schema = components['schemas']

/** What the server answers instead of what was asked for: its own words, in the reader's language. */
export class ProblemError extends Error {
  readonly problem: Schema['Problem']
  constructor(problem: Schema['Problem']) {
    super(problem.detail)
    this.problem = problem
  }
}
/** No answer at all: the network, or the server, is not there. */
export class Unreachable extends Error {}

let language: Language = 'en'
/** The language of everything the server says from now on. */
export const speak = (next: Language): void => {
  language = next
}
export const spoken = (): Language => language

export const api = createClient<paths>({ baseUrl: '/api' })
api.use({
  onRequest: ({ request }) => {
    // A request may ask for another language, to show what somebody else will read.
    if (!request.headers.has('accept-language')) request.headers.set('accept-language', language)
  },
  onError: ({ error }) => (isAbort(error) ? undefined : new Unreachable(String(error))),
  onResponse: async ({ response }) => {
    if (!response.ok) throw await problemIn(response)
  },
})
const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'

/** A proxy in front may answer in words of its own. */
async function problemIn(response: Response): Promise<Error> {
  const problem: unknown = await response.json().catch(() => null)
  if (typeof problem === 'object' && problem !== null && 'code' in problem)
    return new ProblemError(problem as Schema['Problem'])
  return new Unreachable(`${response.status}`)
}

/** The body of an answer; a problem is thrown before it comes here. */
export async function answerOf<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T
}

/** Sent with what must not be done twice, however often a broken connection makes us ask. */
export const requestKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** `If-Match` with the version a person looked at. */
export const ifMatch = (version: number): { 'if-match': string } => ({ 'if-match': `"${version}"` })
