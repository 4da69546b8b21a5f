/**
 * An operation of the API is a value: what it is called, what it takes, what it answers, and every refusal it can give,
 * beside the function that does it. The OpenAPI document, the permission walk and the error pages are made from it.
 */
import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Language } from '../../values/language.ts'
import type { Refusal } from '../../values/refusal.ts'
import type { RequestKey } from '../run-command.ts'

export interface FileAnswer {
  readonly file: Uint8Array | Readable
  readonly mediaType: string
  readonly fileName: string
  /** May be shown in a page. Only for pictures whose pixels we drew ourselves, never for a file as it came. */
  readonly inline?: true
}
/** A cookie that only this server reads: HttpOnly, of this site alone. Without a value it is taken back. */
export interface Cookie {
  readonly name: string
  readonly value: string | null
  readonly expiresAt?: string
}
export interface BodyAnswer<Body> {
  readonly status?: number
  readonly reply: Body
  readonly replayed?: boolean
  readonly cookie?: Cookie
}
export type OperationAnswer<Body, No extends Refusal = Refusal> = No | BodyAnswer<Body> | FileAnswer

/** Refusals that every operation can give; they are not repeated beside each. */
export const refusalsOfAll = [
  'not-signed-in',
  'not-allowed',
  'cross-site-request',
  'malformed-request',
  'invalid-request',
  'internal-error',
  'too-busy',
] as const

/** What the handler gets. `Caller` is whoever the composition authenticated, with the scope of this operation. */
export interface Call<Caller, Params, Query, Body> {
  readonly caller: Caller
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly language: Language
  /** The version from `If-Match`, when the client sent one. */
  readonly ifMatch: number | undefined
  readonly requestKey: RequestKey | undefined
  readonly request: FastifyRequest
}

export interface Operation<
  Caller,
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
  Code extends string,
> {
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly tag: string
  readonly summary: string
  readonly description?: string
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  /** Instead of a JSON body: one file in the multipart field `file`, at most so many bytes. */
  readonly upload?: { readonly maxBytes: number; readonly accepts: readonly string[] }
  /** The body is text of this media type (a programme's YAML, a CSV). */
  readonly text?: { readonly maxBytes: number; readonly mediaType: string }
  /** The body is text of this media type and comes as a stream (`streamedText`), never whole in memory. */
  readonly stream?: { readonly maxBytes: number; readonly mediaType: string }
  readonly answers?: R
  /** Takes no Idempotency-Key: a secret that must not be kept, or an effect that is the same each time. */
  readonly keyless?: true
  readonly status?: 200 | 201 | 204
  /** When the same request again answers 200 instead, because nothing is new: what that means. */
  readonly sameAgain?: string
  /** Instead of JSON: a file of this media type. */
  readonly file?: string
  /** All that `handle` can refuse with: one that is missing here does not compile, so the document is complete. */
  readonly refusals: readonly Code[]
  readonly handle: (
    call: Call<Caller, z.output<P>, z.output<Q>, z.output<B>>,
  ) => Promise<OperationAnswer<z.input<R>, Refusal<NoInfer<Code> | (typeof refusalsOfAll)[number]>>>
}

// biome-ignore lint/suspicious/noExplicitAny: a list of operations of different shapes; each was checked where it was written.
export type AnyOperation<Caller> = Operation<Caller, any, any, any, any, any>

/** Checks an operation where it is written and lets it stand in a list with others. */
export const operationsOf =
  <Caller>() =>
  <
    P extends z.ZodType,
    Q extends z.ZodType,
    B extends z.ZodType,
    R extends z.ZodType,
    const Code extends string,
  >(
    operation: Operation<Caller, P, Q, B, R, Code>,
  ): AnyOperation<Caller> =>
    operation
