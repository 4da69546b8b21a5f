import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import type { Refusal } from '../../values/refusal.ts'

/** The one file of a multipart request, as a stream: it goes to disk while it arrives and is never whole in memory. */
export async function uploadedFile(
  request: FastifyRequest,
  maxBytes: number,
): Promise<{ file: Readable; fileName: string } | Refusal<'upload-missing'>> {
  if (!request.isMultipart()) return { refused: 'upload-missing' }
  // The store counts the bytes too and answers with a refusal; one more here only keeps the parser from cutting silently.
  const part = await request.file({ limits: { fileSize: maxBytes + 1 }, throwFileSizeLimit: false })
  if (part === undefined) return { refused: 'upload-missing' }
  // Who stops reading early (too large, disk full) leaves the rest of the body in the socket. It is thrown away: else
  // the client would go on sending to nobody, and a server that shuts down would wait for the end of this request.
  part.file.once('close', () => {
    if (part.file.readableEnded) return
    request.raw.unpipe()
    request.raw.resume()
  })
  return { file: part.file, fileName: tidyName(part.filename) }
}

/** The name is shown and offered for saving, never used as a path. */
const tidyName = (name: string | undefined): string =>
  (name ?? '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .split(/[\\/]/)
    .at(-1)
    ?.trim()
    .slice(0, 200) || 'file'

/** The text of a streamed body, piece by piece. More than `maxBytes` is answered as any body that is too large. */
export async function* streamedText(request: FastifyRequest, maxBytes: number): AsyncGenerator<string> {
  const body = request.body as Readable
  const decoder = new TextDecoder()
  let size = 0
  try {
    // Not destroyed by whoever stops early: that would take the connection away under the answer.
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > maxBytes)
        throw Object.assign(new Error('body too large'), { code: 'FST_ERR_CTP_BODY_TOO_LARGE' })
      yield decoder.decode(chunk, { stream: true })
    }
    yield decoder.decode()
  } finally {
    body.resume()
  }
}
