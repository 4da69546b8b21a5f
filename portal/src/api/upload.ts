import { ProblemError, type Schema, spoken, Unreachable } from './client.ts'

export interface Upload<Answer> {
  readonly answer: Promise<Answer>
  readonly cancel: () => void
}

/**
 * One file to an operation that takes one. XMLHttpRequest, because fetch does not say how much of a body is sent.
 * Cancelled: rejects with an AbortError.
 */
export function upload<Answer>(
  path: string,
  file: Blob,
  { fileName, key, onProgress }: { fileName: string; key: string; onProgress?: (share: number) => void },
): Upload<Answer> {
  const request = new XMLHttpRequest()
  const answer = new Promise<Answer>((resolve, reject) => {
    request.open('POST', `/api${path}`)
    request.responseType = 'json'
    request.setRequestHeader('accept-language', spoken())
    request.setRequestHeader('idempotency-key', key)
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total === 0 ? 0 : loaded / total)
    request.onload = () => {
      const body: unknown = request.response
      if (request.status < 400) resolve(body as Answer)
      else if (typeof body === 'object' && body !== null && 'code' in body)
        reject(new ProblemError(body as Schema['Problem']))
      else reject(new Unreachable(String(request.status)))
    }
    request.onerror = () => reject(new Unreachable('upload'))
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'))
    const form = new FormData()
    form.append('file', file, fileName)
    request.send(form)
  })
  return { answer, cancel: () => request.abort() }
}
