/** A client that costs little itself: it shares two processors with what it measures. */
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { samplePassword } from '../src/commands/sample-world.ts'

export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: whatever the operation answers.
  readonly body: any
}

export interface Client {
  get(path: string): Promise<Answer>
  post(path: string, body: unknown, key?: string): Promise<Answer>
  upload(path: string, file: Uint8Array, key?: string): Promise<Answer>
  close(): void
}

/** One connection, kept open. Rejects when the connection breaks; a status is never an error. */
export function openClient(address: string, token: string): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const send = (
    method: string,
    path: string,
    type?: string,
    body?: Uint8Array | string,
    key: string = randomUUID(),
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${token}`,
        ...(type !== undefined && {
          'content-type': type,
          'content-length': Buffer.byteLength(body ?? ''),
          'idempotency-key': key,
        }),
      }
      const sent = request(`${address}/api${path}`, { method, agent, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8')
          const isJson = response.headers['content-type']?.includes('json')
          resolve({ status: response.statusCode ?? 0, body: isJson ? JSON.parse(text) : null })
        })
      })
      sent.on('error', reject)
      sent.end(body)
    })
  return {
    get: (path) => send('GET', path),
    post: (path, body, key) => send('POST', path, 'application/json', JSON.stringify(body), key),
    upload: (path, file, key) => {
      const boundary = `bench-${randomUUID()}`
      const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="form.xlsx"\r\nContent-Type: application/octet-stream\r\n\r\n`
      const body = Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)])
      return send('POST', path, `multipart/form-data; boundary=${boundary}`, body, key)
    },
    close: () => agent.destroy(),
  }
}

/** Signs in as a person of the sample world and returns an API key: what a program would use. */
export async function apiKeyOf(address: string, email: string): Promise<string> {
  const stranger = openClient(address, '')
  const session = expectStatus(201, await stranger.post('/sessions', { email, password: samplePassword }))
  stranger.close()
  const person = openClient(address, session.body.token)
  const key = expectStatus(201, await person.post('/api-keys', { name: 'bench' }))
  person.close()
  return key.body.token
}

export function expectStatus(status: number, answer: Answer): Answer {
  if (answer.status !== status) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`)
  return answer
}
