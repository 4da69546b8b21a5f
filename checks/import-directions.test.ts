/**
 * The one direction of ARCHITECTURE.md, as a table. Circles inside a layer are found by oxlint (import/no-cycle).
 * Our own and not dependency-cruiser, which reads TypeScript only through the old compiler or a second parser and
 * passes, having read nothing, when neither is there.
 */
import { expect, test } from 'vitest'
import { type Import, type Source, sourceOf } from './source.ts'
import { tracked } from './tracked-files.ts'

/** Lowest first. A module knows those before it, through their index.ts, and no other. */
const order = [
  'programmes',
  'people',
  'orders',
  'cases',
  'forms',
  'certificates',
  'shipping',
  'receiving',
  'credits',
  'queue',
  'search',
  'correspondence',
  'audit',
]

/** Packages that only compute: what rules/ may use beside values/. */
const pure = new Set([
  'big.js',
  'cdigit',
  'csv-parse/sync',
  'temporal-polyfill',
  'yaml',
  'zod',
  'node:crypto',
])

const sources = tracked(/^server\/src\/.*(?<!\.test)\.ts$/).map(sourceOf)

test('the files were read', () => {
  expect(sources.flatMap((source) => source.imports).length).toBeGreaterThan(sources.length)
})

test('imports go one way', () => {
  expect(
    sources.flatMap((source) =>
      source.imports.flatMap((imported) => {
        const advice = judge(source, imported)
        return advice === null
          ? []
          : [`${source.path}:${imported.line} imports ${imported.target}: ${advice}`]
      }),
    ),
  ).toEqual([])
})

function judge({ path }: Source, imported: Import): string | null {
  const from = placeOf(path)
  const to = placeOf(imported.target)
  if (from.rules) return judgeRules(from, to, imported)
  if (to.area === 'package') return null
  switch (from.area) {
    case 'values':
      return to.area === 'values'
        ? null
        : 'values/ know only values/; move what needs more to the module that asks'
    case 'messages':
      return ['values', 'messages'].includes(to.area) ? null : 'catalogues hold texts and know only values/'
    case 'platform':
      return ['values', 'messages', 'platform'].includes(to.area)
        ? null
        : 'platform/ knows no word of the domain; hand it in as a parameter from compose.ts'
    case 'modules':
      return judgeModule(from, to)
    default:
      // main.ts, commands/, compose.ts, facts.ts, reactions.ts ... put the house together: they see everything.
      // A command may load one file of a module and nothing else, so that `tmip form read` starts without the server.
      return to.area === 'modules' && !to.door && !imported.lazy
        ? `import what modules/${to.module}/index.ts offers`
        : null
  }
}

function judgeModule(from: Place, to: Place): string | null {
  if (to.area === 'top')
    return 'what puts modules together is above them; take it as a parameter, from the route or from House'
  if (to.area !== 'modules' || to.module === from.module) return null
  if (!to.door) return `import what modules/${to.module}/index.ts offers`
  return order.indexOf(to.module) < order.indexOf(from.module)
    ? null
    : `${from.module} comes before ${to.module}; state a fact and react to it in reactions.ts`
}

/**
 * Types cost a rule nothing: it may name those of its own module and of modules before it. What runs must be pure.
 */
function judgeRules(from: Place, to: Place, imported: Import): string | null {
  if (imported.typeOnly) return to.area === 'package' ? null : judgeModule(from, to)
  if (to.area === 'package')
    return pure.has(imported.target)
      ? null
      : 'rules/ only compute; do this in the use case and pass the result in'
  if (to.area === 'values' || to.area === 'messages') return null
  // Pure meets pure directly: through index.ts a rule would load HTTP and SQL of the other module.
  if (to.rules && order.indexOf(to.module) <= order.indexOf(from.module)) return null
  return 'rules/ run only values/, messages/ and rules/ of their own and earlier modules; let the use case pass the result in'
}

interface Place {
  readonly area: 'values' | 'messages' | 'platform' | 'modules' | 'top' | 'package'
  readonly module: string
  readonly door: boolean
  readonly rules: boolean
}

function placeOf(path: string): Place {
  const [area = '', module = '', ...rest] = path.startsWith('server/src/') ? path.split('/').slice(2) : []
  if (area === 'modules')
    return { area, module, door: rest.join('/') === 'index.ts', rules: rest[0] === 'rules' }
  const outside = { module: '', door: false, rules: false }
  if (area === 'values' || area === 'messages' || area === 'platform') return { area, ...outside }
  return { area: area === '' ? 'package' : 'top', ...outside }
}

test('every module has its place in the order', () => {
  const modules = new Set(sources.map(({ path }) => placeOf(path).module).filter((name) => name !== ''))
  expect([...modules].filter((name) => !order.includes(name))).toEqual([])
})
