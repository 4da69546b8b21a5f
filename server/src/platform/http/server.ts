import { createHash } from 'node:crypto'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { Language } from '../../values/language.ts'
import { isRefused, type Refusal } from '../../values/refusal.ts'
import { type RequestKey, requestDigest } from '../run-command.ts'
import { finishedDocument } from './document.ts'
import { preferredLanguage } from './language.ts'
import {
  type AnyOperation,
  type Cookie,
  type FileAnswer,
  type OperationAnswer,
  refusalsOfAll,
} from './operation.ts'
import { type Problem, problemOf, type RefusalTexts } from './problem.ts'
import { wrongFields } from './wrong-fields.ts'

export interface Entrance<Caller> {
  readonly title: string
  readonly description: string
  readonly version: string
  readonly operations: readonly AnyOperation<Caller>[]
  /** What each tag of the operations is about, in the order of the reference. */
  readonly tags: ReadonlyMap<string, string>
  /** Whether an operation may be called without any credential. */
  readonly isPublic: (operationId: string) => boolean
  /** Who is asking, and may they? Runs before any byte of the body is read. */
  readonly admit: (operationId: string, request: FastifyRequest) => Promise<Caller | Refusal>
  readonly languageOf: (caller: Caller) => Language | undefined
  /** Under whose name an Idempotency-Key is kept. */
  readonly nameOf: (caller: Caller) => string
  readonly texts: RefusalTexts
  readonly ready: () => Promise<void>
  readonly log: Logger
  readonly trustProxy?: boolean
}

/** Everything of the API is below this; all other addresses belong to the portal, so that `/cases/…` is a page. */
export const apiRoot = '/api'

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    errors: z
      .array(
        z.object({
          pointer: z.string(),
          detail: z.string(),
          code: z.string().optional(),
          data: z.record(z.string(), z.unknown()).optional(),
        }),
      )
      .optional(),
    data: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({
    id: 'Problem',
    description: 'RFC 9457 problem document; `code` is stable, the texts are in the reader’s language.',
  })

export async function buildServer<Caller>(entrance: Entrance<Caller>): Promise<FastifyInstance> {
  const { texts, log } = entrance
  const app = Fastify({
    loggerInstance: log,
    // Requests are not logged one by one: addresses carry case numbers, and a proxy in front keeps its own log.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1024 * 1024,
    requestTimeout: 120_000,
    trustProxy: entrance.trustProxy ?? false,
    forceCloseConnections: 'idle',
    // An address that cannot be decoded reaches no route and no hook.
    frameworkErrors: (_error, request, reply) =>
      void refuse(request, reply as unknown as FastifyReply, { refused: 'malformed-request' }),
  }) as unknown as FastifyInstance
  // The package's own compiler drops the value that was wrong, which the words for the reader need.
  app.setValidatorCompiler<z.ZodType>(({ schema }) => (data) => {
    const { success, data: value, error } = schema.safeParse(data, { reportInput: true })
    return success ? { value } : { error: new Error('invalid request', { cause: error }) }
  })
  // Answers were checked by the compiler; parsing each again with zod would cost more than the rest of a request.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  await app.register(cookie)
  await app.register(helmet, {
    xFrameOptions: { action: 'deny' },
    contentSecurityPolicy: {
      // helmet's own list opens script, style and font again for 'self'; an API needs none of them.
      useDefaults: false,
      directives: Object.fromEntries(
        ['default-src', 'base-uri', 'form-action', 'frame-ancestors'].map((name) => [name, ["'none'"]]),
      ),
    },
  })
  await app.register(multipart, { limits: { files: 1, fields: 10, fieldSize: 10_000, parts: 11 } })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: entrance.title,
        version: entrance.version,
        description: entrance.description,
        license: { name: 'Proprietary', identifier: 'LicenseRef-Proprietary' },
      },
      servers: [{ url: apiRoot, description: 'This server' }],
      tags: [...entrance.tags].map(([name, description]) => ({ name, description })),
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', description: 'An API key, or the token of a session.' },
          cookie: {
            type: 'apiKey',
            in: 'cookie',
            name: 'tmip_session',
            description: 'The session of a browser.',
          },
        },
      },
      security: [{ bearer: [] }, { cookie: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: finishedDocument(entrance.operations),
  })

  const languageFor = (request: FastifyRequest, caller?: Caller): Language =>
    preferredLanguage(
      request.headers['accept-language'],
      caller === undefined ? 'en' : entrance.languageOf(caller),
    )

  const refuse = (
    request: FastifyRequest,
    reply: FastifyReply,
    refusal: Refusal,
    errors?: Problem['errors'],
  ) => {
    const problem = problemOf(texts, languageFor(request, callers.get(request)), refusal, errors)
    const minutes = problem.data?.['minutes']
    if (problem.status === 503 || problem.status === 429)
      reply.header('retry-after', typeof minutes === 'number' ? minutes * 60 : 5)
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer')
    return reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem))
  }

  const callers = new WeakMap<FastifyRequest, Caller>()
  app.addContentTypeParser('text/csv', (_request, body, done) => done(null, body))
  for (const type of ['text/yaml', 'application/yaml']) {
    app.addContentTypeParser(
      type,
      { parseAs: 'string', bodyLimit: 64 * 1024 * 1024 },
      (_request, body, done) => done(null, body),
    )
  }

  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error.cause instanceof z.ZodError) {
      const language = languageFor(request, callers.get(request))
      const errors = wrongFields(language, error.validationContext ?? '', error.cause.issues)
      return refuse(request, reply, { refused: 'invalid-request' }, errors)
    }
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' || error.code === 'FST_REQ_FILE_TOO_LARGE')
      return refuse(request, reply, { refused: 'upload-too-large' })
    if (error.code === 'ENOSPC') return refuse(request, reply, { refused: 'storage-full' })
    if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
      return refuse(request, reply, { refused: 'malformed-request' })
    // The client went away in the middle of its request: nobody is left to be told, and no operator needs to be.
    if (error.code === 'ECONNRESET' && request.socket.destroyed)
      return refuse(request, reply, { refused: 'malformed-request' })
    request.log.error({ err: error, operation: request.routeOptions.schema?.operationId }, 'request failed')
    return refuse(request, reply, { refused: 'internal-error' })
  })
  app.setNotFoundHandler((request, reply) => refuse(request, reply, { refused: 'no-such-address' }))

  for (const operation of entrance.operations) addRoute(operation)

  function addRoute(operation: AnyOperation<Caller>): void {
    const answers: Record<string, unknown> = {
      [operation.status ?? 200]: operation.file
        ? {
            description: 'The file',
            content: { [operation.file]: { schema: z.string().meta({ format: 'binary' }) } },
          }
        : operation.answers
          ? { description: 'Done', content: { 'application/json': { schema: operation.answers } } }
          : z.undefined().describe('Done; there is nothing to answer.'),
    }
    if (operation.sameAgain) {
      answers[200] = {
        description: operation.sameAgain,
        content: { 'application/json': { schema: operation.answers } },
      }
    }
    const refusals = new Set([
      ...refusalsOfAll,
      ...(operation.body === undefined ? [] : ['upload-too-large']),
      ...operation.refusals,
    ])
    for (const [status, codes] of groupBy([...refusals], texts.statusOf)) {
      answers[status] = {
        description: codes.map((code) => `\`${code}\``).join(', '),
        content: { 'application/problem+json': { schema: problemSchema } },
      }
    }
    const writes = operation.method !== 'GET'
    app.route({
      method: operation.method,
      url: apiRoot + operation.path.replace(/\{(\w+)\}/g, ':$1'),
      bodyLimit: operation.text?.maxBytes ?? 1024 * 1024,
      schema: {
        operationId: operation.id,
        tags: [operation.tag],
        summary: operation.summary,
        ...(entrance.isPublic(operation.id) && { security: [] }),
        ...(operation.description && { description: operation.description }),
        ...(operation.params && { params: operation.params }),
        ...(operation.query && { querystring: operation.query }),
        ...(operation.body && { body: operation.body }),
        headers: headersOf(operation),
        ...(operation.upload && { consumes: ['multipart/form-data'] }),
        ...(operation.text && { consumes: [operation.text.mediaType] }),
        response: answers,
      } as never,
      onRequest: async (request, reply) => {
        // Kept by the reader's own browser and asked for again each time: it is in a language, and for one person.
        reply.header('cache-control', 'private, no-cache').header('vary', 'accept-language')
        const caller = await entrance.admit(operation.id, request)
        if (isRefused(caller)) return refuse(request, reply, caller)
        callers.set(request, caller)
      },
      handler: async (request, reply) => {
        const caller = callers.get(request) as Caller
        const { headers } = request
        const ifMatch = readIfMatch(headers['if-match'])
        if (isRefused(ifMatch)) return refuse(request, reply, ifMatch)
        if (!isStorable([request.params, request.query, operation.stream ? null : request.body]))
          return refuse(request, reply, { refused: 'malformed-request' })
        const key = writes && !operation.keyless ? headers['idempotency-key'] : undefined
        const requestKey: RequestKey | undefined =
          typeof key === 'string'
            ? {
                actor: entrance.nameOf(caller),
                key: key.slice(0, 200),
                request: requestDigest(operation.id, request.url, JSON.stringify(request.body ?? null)),
              }
            : undefined
        const answer: OperationAnswer<unknown> = await operation.handle({
          caller,
          params: request.params,
          query: request.query,
          body: request.body,
          language: languageFor(request, caller),
          ifMatch: ifMatch,
          requestKey,
          request,
        })
        if (isRefused(answer)) return refuse(request, reply, answer)
        if ('file' in answer) return sendFile(reply, answer)
        const body = answer.reply as { version?: unknown } | null
        if (typeof body?.version === 'number') {
          const tag = entityTag(body.version, body)
          reply.header('etag', tag)
          if (operation.method === 'GET' && namesTag(headers['if-none-match'], tag))
            return reply.status(304).send()
        }
        if (answer.replayed) reply.header('idempotency-replayed', 'true')
        if (answer.cookie) sendCookie(request, reply, answer.cookie)
        return reply.status(answer.status ?? operation.status ?? 200).send(body)
      },
    })
  }

  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }))
  app.get('/readyz', { schema: { hide: true } }, async (request, reply) => {
    try {
      await entrance.ready()
      return { status: 'ready' }
    } catch (error) {
      request.log.warn({ err: error }, 'not ready')
      return refuse(request, reply, { refused: 'not-ready' })
    }
  })
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  return app
}

/** PostgreSQL keeps no NUL and no half of a surrogate pair, both of which JSON can spell; no honest text has them. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !/\0|\p{Surrogate}/u.test(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([name, inner]) => isStorable(name) && isStorable(inner))
}

const groupBy = <T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

const idempotencyKey = z
  .string()
  .min(8)
  .max(200)
  .optional()
  .describe('Repeat a request with its key and get its first answer again.')

function headersOf(operation: AnyOperation<never>): z.ZodType {
  const language = z.string().max(500).optional().describe('The language of texts and refusals: de or en.')
  if (operation.method === 'GET') return z.object({ 'accept-language': language }).loose()
  return z
    .object({
      'accept-language': language,
      ...(!operation.keyless && { 'idempotency-key': idempotencyKey }),
      'if-match': z
        .string()
        .max(40)
        .optional()
        .describe('The ETag you read; refused with `version-conflict` if somebody changed it since.'),
    })
    .loose()
}

/**
 * A strong entity tag (RFC 9110, 8.8.3): the version, which `If-Match` is held against, and a digest of this answer,
 * since the same version reads differently in another language, for another role, or after its due date.
 */
const entityTag = (version: number, body: object): string =>
  `"${version}.${createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 11)}"`

/** Weak comparison (RFC 9110, 13.1.2): a proxy that compresses an answer makes its tag a weak one. */
const namesTag = (header: string | undefined, tag: string): boolean =>
  header?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag) ?? false

/** The version alone, as it stands in the answer's body, is understood too. */
function readIfMatch(header: string | undefined): number | undefined | Refusal<'malformed-request'> {
  if (header === undefined || header === '*') return undefined
  const version = /^"(\d{1,9})(?:\.[\w-]{11})?"$/.exec(header)?.[1]
  return version === undefined ? { refused: 'malformed-request' } : Number(version)
}

/** `Secure` wherever it can be: a browser on this machine talks to us over plain http and would drop such a cookie. */
function sendCookie(request: FastifyRequest, reply: FastifyReply, { name, value, expiresAt }: Cookie): void {
  const local = request.protocol === 'http' && loopback.has(request.hostname)
  const attributes = { path: '/', httpOnly: true, sameSite: 'strict', secure: !local } as const
  if (value === null) reply.clearCookie(name, attributes)
  else reply.setCookie(name, value, { ...attributes, ...(expiresAt && { expires: new Date(expiresAt) }) })
}
const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Strangers' files are handed out to be saved, never to be shown in our origin; only what we drew ourselves is shown. */
function sendFile(reply: FastifyReply, { file, mediaType, fileName, inline }: FileAnswer) {
  const ascii = fileName.normalize('NFKD').replace(/[^\w.-]+/g, '_')
  return reply
    .type(mediaType)
    .header(
      'content-disposition',
      `${inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    )
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(file instanceof Uint8Array ? Buffer.from(file) : file)
}
