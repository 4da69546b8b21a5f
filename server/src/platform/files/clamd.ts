/**
 * Asks a ClamAV daemon about a file (clamd(8), INSTREAM): the bytes in chunks, each with its length before it, an empty
 * one at the end; the answer is one line.
 */
import { createReadStream } from 'node:fs'
import { connect } from 'node:net'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** A socket of this machine (`/run/clamav/clamd.ctl`) or `host:port`. */
export type ClamdAddress = { readonly path: string } | { readonly host: string; readonly port: number }
export type Verdict =
  | { readonly is: 'clean' }
  | { readonly is: 'infected'; readonly virus: string }
  | { readonly is: 'unknown'; readonly why: string }

const LONGEST_SILENCE_MS = 60_000

export const scanWithClamd =
  (address: ClamdAddress) =>
  async (path: string): Promise<Verdict> => {
    const socket = connect({ ...address, allowHalfOpen: true })
    socket.setTimeout(LONGEST_SILENCE_MS, () =>
      socket.destroy(new Error(`no answer in ${LONGEST_SILENCE_MS / 1000} s`)),
    )
    const answer = lineOf(socket)
    // Where the daemon has heard enough it answers and hangs up: then the answer counts, not the broken pipe.
    const sent = pipeline(createReadStream(path), inChunks(), socket)
    const [heard, given] = await Promise.allSettled([answer, sent])
    socket.destroy()
    if (heard.status === 'fulfilled' && heard.value !== '') return verdictOf(heard.value)
    const failed =
      heard.status === 'rejected' ? heard.reason : given.status === 'rejected' ? given.reason : null
    return { is: 'unknown', why: failed instanceof Error ? failed.message : 'hung up without an answer' }
  }

function verdictOf(line: string): Verdict {
  if (line === 'stream: OK') return { is: 'clean' }
  const virus = /^stream: (.+) FOUND$/.exec(line)?.[1]
  return virus === undefined ? { is: 'unknown', why: line } : { is: 'infected', virus }
}

function inChunks(): Transform {
  return new Transform({
    construct(done) {
      this.push('zINSTREAM\0')
      done()
    },
    transform(chunk: Buffer, _encoding, done) {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(chunk.length)
      this.push(length)
      done(null, chunk)
    },
    flush(done) {
      done(null, Buffer.alloc(4))
    },
  })
}

async function lineOf(socket: Readable): Promise<string> {
  let text = ''
  for await (const chunk of socket) text += String(chunk).slice(0, 1000)
  return text.replace(/\0$/, '').trim()
}
