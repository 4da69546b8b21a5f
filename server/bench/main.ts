/** `npm run bench [-- NAME ...]`: measures, prints, and keeps what it found in docs/generated/bench.md. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, platform, release, totalmem } from 'node:os'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { crash } from './crash.ts'
import type { Figure } from './figure.ts'
import { form } from './form.ts'
import { plans } from './plans.ts'
import { portal } from './portal.ts'
import { readers } from './readers.ts'
import { scan } from './scan.ts'
import { start } from './start.ts'
import { story } from './story.ts'

const figures: Readonly<Record<string, () => Promise<Figure>>> = {
  story,
  form,
  readers,
  scan,
  start,
  crash,
  plans,
  portal,
}
const page = fileURLToPath(new URL('../../docs/generated/bench.md', import.meta.url))

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(figures)
const unknown = wanted.filter((name) => !(name in figures))
if (unknown.length > 0) {
  process.stderr.write(`no figure ${unknown.join(', ')}; there are: ${Object.keys(figures).join(', ')}\n`)
  process.exit(2)
}
for (const name of wanted) {
  process.stdout.write(`\n${name} ...\n`)
  const figure = await figures[name]?.()
  if (figure === undefined) continue
  const text = wordsOf(figure)
  process.stdout.write(`\n${text}\n`)
  await keep(name, text)
}

function wordsOf({ title, text, notes }: Figure): string {
  const day = new Date().toISOString().slice(0, 10)
  const machine = [
    cpus()[0]?.model.trim() ?? 'unknown processor',
    `${availableParallelism()} cores`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    `${platform()} ${release()}`,
    `Node ${process.versions.node}`,
  ].join(', ')
  return `## ${title}\n\n${day} on ${machine}.\n\n${text}\n\n${notes.map((note) => `- ${note}`).join('\n')}\n`
}

/** Each figure has its own section, so that measuring one anew leaves the others as they were. */
async function keep(name: string, text: string): Promise<void> {
  const old = await readFile(page, 'utf8').catch(() => '')
  const sections = new Map<string, string>()
  for (const [, known = '', section = ''] of old.matchAll(/<!-- (\w+) -->\n([\s\S]*?)(?=<!-- \w+ -->|$)/g))
    sections.set(known, section.trim())
  sections.set(name, text.trim())
  const body = Object.keys(figures).flatMap((known) =>
    sections.has(known) ? [`<!-- ${known} -->\n${sections.get(known)}\n`] : [],
  )
  await mkdir(dirname(page), { recursive: true })
  await writeFile(
    page,
    `# Figures\n\nWritten by \`npm run bench\`; each section says when and on what it was measured.\n\n${body.join('\n')}`,
  )
}
