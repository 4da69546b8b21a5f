import { expect, test } from 'vitest'
import { textOf, tracked } from './tracked-files.ts'

const files = tracked(/^server\/src\/modules\/[^/]+\//)
const modules = [...new Set(files.map((path) => path.split('/').slice(0, 4).join('/')))]

test.each(modules)('%s has its door and says what it is for', (folder) => {
  expect(files, 'index.ts is the only door: export there what other modules may use').toContain(
    `${folder}/index.ts`,
  )
  expect(files, 'README.md says in ten lines what the module is for').toContain(`${folder}/README.md`)
  const lines = textOf(`${folder}/README.md`).trim().split('\n').length
  expect(lines, 'README.md: more than a title, less than a manual (docs/ has room for that)').toBeGreaterThan(
    1,
  )
  expect(lines).toBeLessThanOrEqual(40)
})
