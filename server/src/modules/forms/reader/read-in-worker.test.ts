import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { describe, expect, test } from 'vitest'
import { context, goodForm, manyLines } from '../../../../test/fixtures/xlsx/forms.ts'
import { readTradeInForm } from './read-form.ts'
import { readInWorker } from './read-in-worker.ts'

describe('reading in a thread', () => {
  test('answers as reading at once does, and leaves the bytes with their owner', async () => {
    const bytes = await goodForm()
    expect(await readInWorker(bytes, context)).toEqual(readTradeInForm(bytes, context))
    expect(bytes.length).toBeGreaterThan(0)
  })
  test('answers each of many at the same time with its own', async () => {
    const forms = await Promise.all(
      Array.from({ length: 12 }, (_, index) => goodForm({ lines: manyLines(index + 1), emptyLines: 0 })),
    )
    const readings = await Promise.all(forms.map((bytes) => readInWorker(bytes, context)))
    expect(readings.map(({ lines }) => lines.length)).toEqual(forms.map((_, index) => index + 1))
  })
  test('a reading past its time is ended, and the next one is answered', async () => {
    const large = await goodForm({ lines: manyLines(3000), emptyLines: 0 })
    const small = await goodForm()
    const readings = await Promise.all([
      readInWorker(large, context, 0),
      readInWorker(large, context, 0),
      readInWorker(small, context),
    ])
    expect(readings.map(({ outcome, problems }) => problems[0]?.code ?? outcome)).toEqual([
      'too-slow',
      'too-slow',
      'read',
    ])
  })
  test('the limit of memory ends a thread with the code that is asked for', async () => {
    // The limit itself is the platform's; what this code relies on is how it tells.
    const greedy = new Worker('const all = []; for (;;) all.push(Array.from({ length: 1e5 }, Math.random))', {
      eval: true,
      resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 },
    })
    const [error] = (await once(greedy, 'error')) as [NodeJS.ErrnoException]
    expect(error.code).toBe('ERR_WORKER_OUT_OF_MEMORY')
  })
})
