/** The demo's hands: HTTP requests to the public API and files on disk, nothing of the product's own code. */

export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: the demo reads what the API document describes, whatever the operation.
  readonly body: any
  readonly bytes: Uint8Array
}

/** Somebody who is signed in, with requests that must succeed: any other status is thrown with the server's reason. */
export interface Person {
  get(path: string, language?: string): Promise<Answer>
  post(path: string, body?: unknown): Promise<Answer>
  put(path: string, body: unknown): Promise<Answer>
  upload(path: string, file: Uint8Array, fileName: string): Promise<Answer>
}

export async function isThere(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(5_000) })).ok
  } catch {
    return false
  }
}

export async function signIn(address: string, email: string, password: string): Promise<Person> {
  const stranger = person(address)
  const session = await stranger.post('/sessions', { email, password })
  return person(address, session.body.token as string)
}

function person(address: string, token?: string): Person {
  async function send(
    method: string,
    path: string,
    body?: RequestInit['body'],
    headers = {},
  ): Promise<Answer> {
    const response = await fetch(`${address}/api${path}`, {
      method,
      ...(body !== undefined && { body }),
      headers: { 'accept-language': 'en', ...(token && { authorization: `Bearer ${token}` }), ...headers },
    })
    const bytes = new Uint8Array(await response.arrayBuffer())
    const isJson = response.headers.get('content-type')?.includes('json')
    const answer = JSON.parse(isJson ? new TextDecoder().decode(bytes) : 'null')
    if (!response.ok)
      throw new Error(
        `${method} ${path} answered ${response.status} ${answer?.code ?? ''}: ${answer?.detail ?? ''}`,
      )
    return { status: response.status, body: answer, bytes }
  }
  const json = (method: string) => (path: string, body?: unknown) =>
    body === undefined
      ? send(method, path)
      : send(method, path, JSON.stringify(body), { 'content-type': 'application/json' })
  return {
    get: (path, language) => send('GET', path, undefined, language ? { 'accept-language': language } : {}),
    post: json('POST'),
    put: json('PUT'),
    upload: (path, file, fileName) => {
      const form = new FormData()
      form.append('file', new Blob([file]), fileName)
      return send('POST', path, form)
    },
  }
}
