/** One browser and one built portal for all browser tests of a run. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'
import { NoBrowser, serveBrowser } from './browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Empty where there is no browser; then `browserMissing` says what to do. */
    browserEndpoint: string
    browserMissing: string
    portalFolder: string
  }
}

const portal = fileURLToPath(new URL('..', import.meta.url))

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const built = await builtPortal()
  project.provide('portalFolder', built.folder)
  // Not thrown: that would end the tests of the server too.
  const browser = await serveBrowser().catch((error: unknown) => {
    if (error instanceof NoBrowser) return error
    throw error
  })
  const missing = browser instanceof NoBrowser
  project.provide('browserEndpoint', missing ? '' : browser.wsEndpoint())
  project.provide('browserMissing', missing ? browser.message : '')
  return async () => {
    if (!missing) await browser.close()
    await built.remove()
  }
}

/**
 * portal/dist where nothing is newer, as after `npm test` has built it. Else a build of its own: a server that runs from
 * this checkout hands out the files of portal/dist, which must not change under it.
 */
async function builtPortal(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = join(portal, 'dist')
  const stamp = join(folder, '.built-from')
  const newest = Math.max(
    ...['src', 'public', 'index.html', 'vite.config.ts'].map((name) => newestBelow(join(portal, name))),
  )
  if (existsSync(stamp) && statSync(stamp).mtimeMs > newest) return { folder, remove: async () => {} }
  const own = await mkdtemp(join(tmpdir(), 'tmip-portal-'))
  await build({ root: portal, logLevel: 'warn', build: { outDir: own, emptyOutDir: true } })
  return { folder: own, remove: () => rm(own, { recursive: true, force: true }) }
}

/** Folders too: what is deleted or moved in changes only these. */
function newestBelow(path: string): number {
  const entry = statSync(path)
  if (!entry.isDirectory()) return entry.mtimeMs
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newestBelow(join(path, name))))
}
