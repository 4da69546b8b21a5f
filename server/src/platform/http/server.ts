import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { Language } from '../../values/language.ts'
import { isRefused, type Refusal } from '../../values/refusal.ts'
import { type RequestKey, requestDigest } from '../run-command.ts'
import { preferredLanguage } from './language.ts'
import type { AnyOperation, Cookie, FileAnswer, OperationAnswer } from './operation.ts'
import { problemOf, type RefusalTexts } from './problem.ts'

export interface Entrance<Caller> {
  readonly title: string
  readonly description: string
  readonly version: string
  readonly operations: readonly AnyOperation<Caller>[]
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

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
    data: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({
    id: 'Problem',
    description: 'RFC 9457 problem document; `code` is stable, the texts are in the reader’s language.',
  })

/** Refusals every operation can give; not repeated beside each. */
const always = ['not-signed-in', 'not-allowed', 'invalid-request', 'too-busy']

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
  }) as unknown as FastifyInstance
  app.setValidatorCompiler(validatorCompiler)
  // Answers were checked by the compiler; parsing each again with zod would cost more than the rest of a request.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  await app.register(cookie)
  await app.register(helmet, {
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
      servers: [{ url: '/', description: 'This server' }],
      tags: [...new Set(entrance.operations.map(({ tag }) => tag))].map((name) => ({ name })),
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
    errors?: { pointer: string; detail: string }[],
  ) => {
    const problem = problemOf(texts, languageFor(request, callers.get(request)), refusal, errors)
    if (problem.status === 503 || problem.status === 429) reply.header('retry-after', '5')
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer')
    return reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem))
  }

  const callers = new WeakMap<FastifyRequest, Caller>()
  for (const type of ['text/yaml', 'application/yaml', 'text/csv']) {
    app.addContentTypeParser(
      type,
      { parseAs: 'string', bodyLimit: 64 * 1024 * 1024 },
      (_request, body, done) => done(null, body),
    )
  }

  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    if (hasZodFastifySchemaValidationErrors(error)) {
      const locale = languageFor(request, callers.get(request)) === 'de' ? z.locales.de() : z.locales.en()
      const errors = error.validation.map(({ instancePath, params }) => ({
        pointer: `/${error.validationContext}${instancePath}`,
        detail:
          textOf(locale.localeError((params as { issue: z.core.$ZodRawIssue }).issue)) ??
          (params as { issue: { message: string } }).issue.message,
      }))
      return refuse(request, reply, { refused: 'invalid-request' }, errors)
    }
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' || error.code === 'FST_REQ_FILE_TOO_LARGE')
      return refuse(request, reply, { refused: 'upload-too-large' })
    if (error.code === 'ENOSPC') return refuse(request, reply, { refused: 'storage-full' })
    if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
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
        : (operation.answers ?? z.null().describe('Nothing')),
    }
    for (const [status, codes] of groupBy([...always, ...operation.refusals], texts.statusOf)) {
      answers[status] = {
        description: codes.map((code) => `\`${code}\``).join(', '),
        content: { 'application/problem+json': { schema: problemSchema } },
      }
    }
    const writes = operation.method !== 'GET'
    app.route({
      method: operation.method,
      url: operation.path.replace(/\{(\w+)\}/g, ':$1'),
      bodyLimit: operation.text?.maxBytes ?? 1024 * 1024,
      schema: {
        operationId: operation.id,
        tags: [operation.tag],
        summary: operation.summary,
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
        const caller = await entrance.admit(operation.id, request)
        if (isRefused(caller)) return refuse(request, reply, caller)
        callers.set(request, caller)
      },
      handler: async (request, reply) => {
        const caller = callers.get(request) as Caller
        const { headers } = request
        const ifMatch = readIfMatch(headers['if-match'])
        if (isRefused(ifMatch)) return refuse(request, reply, ifMatch)
        const idempotencyKey = writes ? headers['idempotency-key'] : undefined
        const requestKey: RequestKey | undefined =
          typeof idempotencyKey === 'string'
            ? {
                actor: entrance.nameOf(caller),
                key: idempotencyKey.slice(0, 200),
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
          const tag = `"${body.version}"`
          if (operation.method === 'GET' && headers['if-none-match'] === tag)
            return reply.header('etag', tag).status(304).send()
          reply.header('etag', tag)
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

const groupBy = <T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

const textOf = (message: string | { message: string } | undefined | null): string | undefined =>
  typeof message === 'string' ? message : message?.message

function headersOf(operation: AnyOperation<never>): z.ZodType {
  const language = z.string().max(500).optional().describe('The language of texts and refusals: de or en.')
  if (operation.method === 'GET') return z.object({ 'accept-language': language }).loose()
  return z
    .object({
      'accept-language': language,
      'idempotency-key': z
        .string()
        .min(8)
        .max(200)
        .optional()
        .describe('Repeat a request with its key and get its first answer again.'),
      'if-match': z
        .string()
        .max(40)
        .optional()
        .describe('The ETag you read; refused with `version-conflict` if somebody changed it since.'),
    })
    .loose()
}

/** A strong entity tag of ours is a quoted version number (RFC 9110, 8.8.3). */
function readIfMatch(header: string | undefined): number | undefined | Refusal<'malformed-request'> {
  if (header === undefined || header === '*') return undefined
  const version = /^"(\d{1,9})"$/.exec(header)?.[1]
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

/** Strangers' files are handed out to be saved, never to be shown in our origin. */
function sendFile(reply: FastifyReply, { file, mediaType, fileName }: FileAnswer) {
  const ascii = fileName.normalize('NFKD').replace(/[^\w.-]+/g, '_')
  return reply
    .type(mediaType)
    .header(
      'content-disposition',
      `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    )
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(file instanceof Uint8Array ? Buffer.from(file) : file)
}
