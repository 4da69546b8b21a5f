import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { people, startHouse, type TestHouse } from '../../../test/house.ts'

let world: TestHouse
beforeAll(async () => {
  world = await startHouse({ withWorker: false })
})
afterAll(() => world.close())

test('it says that it lives, and that it is ready', async () => {
  const alive = await world.site.get('/healthz')
  expect([alive.status, alive.body]).toEqual([200, { status: 'ok' }])
  const ready = await world.site.get('/readyz')
  expect([ready.status, ready.body]).toEqual([200, { status: 'ready' }])
})

describe('the document', () => {
  test('names every refusal of an operation with its status, and one shape for all', async () => {
    const { body: document } = await world.site.get('/openapi.json')
    expect(document.openapi).toMatch(/^3\.1\./)
    const operations = Object.values<Record<string, unknown>>(document.paths).flatMap((path) =>
      Object.values(path),
    )
    expect(operations.length).toBeGreaterThan(40)
    for (const operation of operations as readonly {
      operationId: string
      responses: Record<
        string,
        { description: string; content?: Record<string, { schema: { $ref?: string } }> }
      >
    }[]) {
      for (const [status, { description, content }] of Object.entries(operation.responses)) {
        if (Number(status) < 400) continue
        expect(description, operation.operationId).toMatch(/^`[a-z-]+`(, `[a-z-]+`)*$/)
        expect(Object.keys(content ?? {})).toEqual(['application/problem+json'])
        expect(content?.['application/problem+json']?.schema.$ref).toBe('#/components/schemas/Problem')
      }
    }
    const signIn = document.paths['/sessions'].post
    expect(signIn.security).toEqual([])
    expect(document.paths['/cases'].post.security).toBeUndefined()
    expect(document.security).toEqual([{ bearer: [] }, { cookie: [] }])
  })
})

describe('security headers', () => {
  test('nothing of an answer runs, is framed, sniffed or kept by others', async () => {
    const customer = await world.as(people.customer)
    for (const path of ['/me', '/no/such/address', '/programmes/juniper-tmip/trade-in-form']) {
      const { headers } = await customer.get(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy, path).toMatch(/^default-src 'none'/)
      expect(policy, path).not.toMatch(/unsafe|https:|script-src|style-src/)
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('x-frame-options'), path).toBe('DENY')
      expect(headers.get('referrer-policy'), path).toBe('no-referrer')
      expect(headers.get('x-powered-by')).toBeNull()
    }
    expect((await world.site.get('/openapi.json')).headers.get('content-security-policy')).toMatch(
      /^default-src 'none'/,
    )
    expect((await customer.get('/me')).headers.get('cache-control')).toBe('private, no-cache')
  })

  test('a file is handed out to be saved', async () => {
    const customer = await world.as(people.customer)
    const { headers } = await customer.get('/programmes/juniper-tmip/trade-in-form')
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''/)
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  })
})

describe('the reference at /docs', () => {
  test('comes from this server alone', async () => {
    const page = await world.site.get('/docs/')
    const html = Buffer.from(page.bytes).toString('utf8')
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(html).not.toMatch(/https?:\/\//)
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none'; /)
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/)
    const nonce = /script-src 'nonce-([\w+/=]+)'/.exec(policy)?.[1] ?? 'none'
    const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
    expect(scripts).toHaveLength(2)
    for (const tag of scripts) expect(tag).toContain(`nonce="${nonce}"`)
    const source = /<script src="([^"]+)"/.exec(html)?.[1] ?? ''
    const script = await world.site.get(`/docs/${source}`)
    expect(script.status).toBe(200)
    expect(script.headers.get('content-type')).toMatch(/javascript/)
    expect(script.bytes.length).toBeGreaterThan(500_000)
    expect((await world.site.get('/docs')).status).toBe(200)
  })
})
