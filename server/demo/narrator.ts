/** Tells the story while it happens, and stops it where something is not as expected. */
let steps = 0
let current = ''

export const chapter = (title: string): void => say(`\n${title}\n${'='.repeat(title.length)}`)

/** One step: its title, what it says while it runs, and the name that a failure carries. */
export async function step<T>(title: string, run: () => Promise<T>): Promise<T> {
  steps += 1
  current = `step ${steps} (${title})`
  say(`\n${String(steps).padStart(2)}. ${title}`)
  return run()
}

export const tell = (line: string): void => say(`    ${line.replaceAll('\n', '\n    ')}`)

export const currentStep = (): string => current
export const stepCount = (): number => steps

/** @throws with both values, so that the reader sees what came instead */
export function expectThat(what: string, found: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(found), JSON.stringify(expected)]
  if (is !== should) throw new Error(`${what}: expected ${should}, found ${is}`)
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)
