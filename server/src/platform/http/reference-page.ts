import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

/**
 * The readable reference of the API at `/docs`: the page and its one script come from this server, and it asks nobody
 * else for anything. The rest of the API runs no script at all; this page may run the one that carries its nonce. The
 * nonce lives as long as the process, which is enough here: nothing that anybody sent is ever part of the page.
 */
export async function addReferencePage(app: FastifyInstance, title: string): Promise<void> {
  const nonce = randomBytes(16).toString('base64')
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'unsafe-inline'",
    "connect-src 'self'",
    "img-src 'self' data:",
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
  await app.register(import('@scalar/fastify-api-reference'), {
    routePrefix: '/docs',
    hooks: {
      onRequest: (_request, reply, done) => {
        reply.header('content-security-policy', policy)
        done()
      },
    },
    configuration: {
      url: '/openapi.json',
      pageTitle: title,
      nonce,
      telemetry: false,
      withDefaultFonts: false,
      showDeveloperTools: 'never',
      hideClientButton: true,
      agent: { disabled: true },
      mcp: { disabled: true },
    },
  })
}
