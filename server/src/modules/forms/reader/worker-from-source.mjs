import { readFile } from 'node:fs/promises'
import { register } from 'node:module'
import { fileURLToPath } from 'node:url'

/**
 * Starts worker.ts where nothing was built, that is in tests: their runner compiles for its own threads only, and Node
 * runs TypeScript itself from 22.18 on. Never part of the build.
 */
const loader = '?loader'

if (!import.meta.url.endsWith(loader)) {
  if (!process.features.typescript) register(import.meta.url + loader)
  await import('./worker.ts')
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context)
  const { transform } = await import('rolldown/utils')
  const path = fileURLToPath(url)
  const { code } = await transform(path, await readFile(path, 'utf8'))
  return { format: 'module', shortCircuit: true, source: code }
}
