/**
 * `npm run corpus [-- FOLDER]`: reads every file of public test collections and 10,000 spoiled forms, or of a folder, as
 * `tmip form read` would, and says what came of it: always an answer, never a crash. What it found is kept in docs/generated/corpus.md.
 */
import { mkdir, stat, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { dirname, extname, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { table } from '../bench/statistics.ts'
import { readInWorker } from '../src/modules/forms/reader/read-in-worker.ts'
import { collections, fetchCollections, filesBelow } from './collections.ts'
import { spoiledForms } from './spoiled-forms.ts'

const SPOILED = 10_000
const [named] = process.argv.slice(2)
const folder = named ?? fileURLToPath(new URL('../../data/corpus', import.meta.url))
const page = fileURLToPath(new URL('../../docs/generated/corpus.md', import.meta.url))

interface Read {
  readonly kind: string
  readonly path: string
  readonly answer: string
  readonly ms: number
}

/** What would be ours to mend: the reader died, or ran into a limit. */
const ours = new Set(['reader-failed', 'too-slow', 'too-much-memory'])

const missing = named === undefined ? await fetchCollections(folder) : []
for (const line of missing) process.stdout.write(`not had: ${line}\n`)
const files = await filesBelow(folder)
const reads: Read[] = []

async function* everything(): AsyncGenerator<Pick<Read, 'kind' | 'path'> & { source: string | Uint8Array }> {
  for (const path of files)
    yield { kind: extname(path).toLowerCase(), path: relative(folder, path), source: path }
  if (named === undefined)
    for await (const { kind, path, bytes } of spoiledForms(SPOILED)) yield { kind, path, source: bytes }
}
const waiting = everything()
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for await (const { kind, path, source } of waiting) {
      const began = performance.now()
      const reading = await readInWorker(source, { language: 'en', today: '2026-01-01' })
      const answer =
        reading.outcome === 'refused' ? (reading.problems[0]?.code ?? 'refused') : reading.outcome
      reads.push({ kind, path, answer, ms: performance.now() - began })
      if (reads.length % 500 === 0) process.stdout.write(`${reads.length} files\n`)
    }
  }),
)

const kinds = [...new Set(reads.map(({ kind }) => kind))].sort()
const rows = kinds.map((kind) => {
  const those = reads.filter((read) => read.kind === kind)
  const counts = new Map<string, number>()
  for (const { answer } of those) counts.set(answer, (counts.get(answer) ?? 0) + 1)
  const words = [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([answer, count]) => `${answer} ${count}`)
    .join(', ')
  return [kind, String(those.length), Math.max(...those.map(({ ms }) => ms)).toFixed(0), words]
})
const bad = reads.filter(({ answer }) => ours.has(answer))
const sizes = await Promise.all(files.map((path) => stat(path).then(({ size }) => size)))
const text = [
  '# Files that nobody here wrote',
  `Written by \`npm run corpus\` on ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}: ${files.length} files, ${(sizes.reduce((sum, size) => sum + size, 0) / 1e6).toFixed(0)} MB, from the sources of ${collections.filter((name) => !missing.some((line) => line.startsWith(name))).join(', ')} in Debian; and a form of our own, spoiled.`,
  table(['kind', 'files', 'slowest ms', 'answers'], rows),
  bad.length === 0
    ? 'Every file got an answer within the limits.'
    : `Not good enough:\n\n${bad.map(({ path, answer, ms }) => `- ${path}: ${answer} after ${ms.toFixed(0)} ms`).join('\n')}`,
].join('\n\n')
process.stdout.write(`\n${text}\n`)
if (named === undefined) {
  await mkdir(dirname(page), { recursive: true })
  await writeFile(page, `${text}\n`)
}
process.exitCode = bad.some(({ answer }) => answer === 'reader-failed') ? 1 : 0
