import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'

/**
 * What a file is, by its content; its name is not even asked for. Text has no signature: it is what can be read as
 * UTF-8 without control characters. HTML and scripts are text here, and everything is only ever handed out to be saved.
 *
 * Reads what a stranger sent: call `mediaTypeInWorker`, not this, from a server.
 */
export async function mediaTypeOf(path: string): Promise<string> {
  return (await fileTypeFromFile(path))?.mime ?? ((await beginsAsText(path)) ? 'text/plain' : UNKNOWN)
}

export const UNKNOWN = 'application/octet-stream'

async function beginsAsText(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(4096) })
    // As a stream, because the last character of the piece may be cut in two.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(buffer.subarray(0, bytesRead), {
      stream: true,
    })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    return !/[\x00-\x08\x0b\x0e-\x1f]/.test(text)
  } catch {
    return false
  } finally {
    await file.close()
  }
}
