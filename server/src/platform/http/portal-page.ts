import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { apiRoot } from './server.ts'

/**
 * Nothing but our own files runs, and nobody else is asked for anything. The nonce is for <style> elements that the
 * component library writes; `wasm-unsafe-eval` lets the barcode reader compile, and evaluates no script. `blob:` shows
 * a photo before it is sent.
 */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' blob:",
    "font-src 'self'",
    "media-src 'self' blob:",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

/**
 * The built portal at `/`: its files by their own names (which carry their hash, so browsers keep them for ever), and
 * its one page at every other address, because which screen that is only the portal knows.
 */
export async function addPortal(app: FastifyInstance, folder: string): Promise<void> {
  const page = await readFile(join(folder, 'index.html'), 'utf8')
  await app.register(import('@fastify/static'), {
    root: folder,
    index: false,
    wildcard: false,
    globIgnore: ['**/*.{br,gz}', 'index.html', '.*/**'],
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) =>
      void reply.setHeader(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      ),
  })
  const send = (_request: FastifyRequest, reply: FastifyReply) => {
    const nonce = randomBytes(16).toString('base64')
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('content-security-policy', policy(nonce))
      .header('permissions-policy', 'camera=(self), microphone=(), geolocation=()')
      .send(page.replace('nonce="NONCE"', `nonce="${nonce}"`))
  }
  app.get('/', { schema: { hide: true } }, send)
  app.get('/*', { schema: { hide: true } }, (request, reply) => {
    const [path = ''] = request.url.split('?')
    // An address below the API, or with the ending of a file, is a mistake and not a screen.
    if (path.startsWith(`${apiRoot}/`) || /\.\w{1,8}$/.test(path)) return reply.callNotFound()
    return send(request, reply)
  })
}
