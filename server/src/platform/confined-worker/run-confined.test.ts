import { spawnSync } from 'node:child_process'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { runConfined } from './run-confined.ts'

const module = new URL('../../../test/fixtures/misbehaving-readers.ts', import.meta.url)
const confined = (exportName: string, input?: unknown, limits = { seconds: 20, megabytes: 96 }) =>
  runConfined({ module, exportName, input, limits })

describe('runConfined', () => {
  it('hands input and answer over as they are, bytes and dates too', async () => {
    const input = { bytes: new Uint8Array([0, 255]), on: new Date(0), text: 'Größe', missing: undefined }
    expect(await confined('echo', input)).toEqual(input)
  })

  it('keeps our environment from the reader', async () => {
    process.env['SECRET_OF_OURS'] = 'x'
    expect(await confined('environment')).not.toContain('SECRET_OF_OURS')
  })

  it('uses a process again, and a new one after a reader failed', async () => {
    const first = await confined('whoAmI')
    expect(await confined('whoAmI')).toBe(first)
    await confined('throwUp')
    expect(await confined('whoAmI')).not.toBe(first)
  })

  afterEach(() => void vi.useRealTimers())
  it('lets a process that rested before finish its next task, however soon its rest would have ended', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const limits = { seconds: 120, megabytes: 96 }
    const first = await confined('whoAmI', null, limits)
    const task = confined('takeItsTime', 1_000, limits)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await task).toBe('done')
    vi.useRealTimers()
    expect(await confined('whoAmI')).toBe(first)
  })

  it('ends an endless reader at its time limit', async () => {
    expect(await confined('loopForever', null, { seconds: 2, megabytes: 96 })).toEqual({
      refused: 'took-too-long',
      seconds: 2,
    })
  })

  it('counts the time in which a reader computes, task by task, and not the time that passes', async () => {
    const limits = { seconds: 1, megabytes: 96 }
    const first = await confined('whoAmI', null, limits)
    for (let task = 0; task < 4; task++) expect(await confined('compute', 400, limits)).toBe('done')
    expect(await confined('takeItsTime', 1_500, limits)).toBe('done')
    expect(await confined('whoAmI', null, limits)).toBe(first)
  })

  it('ends a reader that waits for ever', async () => {
    expect(await confined('takeItsTime', 600_000, { seconds: 0.5, megabytes: 96 })).toEqual({
      refused: 'took-too-long',
      seconds: 0.5,
    })
  })

  it.each(['fillHeap', 'fillBuffers'])('ends a reader without measure: %s', async (name) => {
    expect(await confined(name)).toEqual({ refused: 'too-much-memory', megabytes: 96 })
  })

  it.each([
    ['throwUp', 'unexpected token'],
    ['exit', 'process ended with 3'],
    ['unclonable', 'could not be cloned'],
    ['nowhere', 'exports no function nowhere'],
  ])('says why the reader died: %s', async (name, reason) => {
    const answer = await confined(name)
    expect(answer).toMatchObject({ refused: 'reader-died', reason: expect.stringContaining(reason) })
  })

  it('answers many at once, each with its own answer', async () => {
    const inputs = Array.from({ length: 12 }, (_, index) => index)
    expect(await Promise.all(inputs.map((input) => confined('echo', input)))).toEqual(inputs)
  })

  it('leaves no reader behind when its parent is killed', async () => {
    const program = `
      const { fork } = require('node:child_process')
      const [path, loader, module] = process.argv.slice(1)
      const child = fork(path, ['96'], { execArgv: JSON.parse(loader), serialization: 'advanced', stdio: ['ignore','ignore','ignore','ipc'] })
      child.send({ module, exportName: 'loopForever', input: null })
      setTimeout(() => { console.log(child.pid); process.kill(process.pid, 'SIGKILL') }, 2000)`
    const loader = 'typescript' in process.features ? [] : ['--import', import.meta.resolve('tsx')]
    const { stdout } = spawnSync(
      process.execPath,
      [
        '-e',
        program,
        new URL('./confined-process.ts', import.meta.url).pathname,
        JSON.stringify(loader),
        module.href,
      ],
      { encoding: 'utf8' },
    )
    const pid = Number(stdout)
    expect(pid).toBeGreaterThan(0)
    await expect.poll(() => isRunning(pid), { timeout: 5_000 }).toBe(false)
  })
})

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
