/**
 * What has to be there before anything runs: the right Node, the installed packages, the built server.
 * Only Node's own modules may be imported here: in a fresh clone there is nothing else.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

export const root = fileURLToPath(new URL('..', import.meta.url))

const installStamp = join(root, 'node_modules', '.installed-from')
/** Brings a checkout to the point where everything can run. With nothing changed: three hashes, no child process. */
export function prepare() {
  prepareServer()
  buildPortal()
}

export function prepareServer() {
  requireNode()
  install()
  buildServer()
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  stop(
    `This is Node ${process.versions.node}; Node 20.19 or later is needed (22 and 24 are fine).\n` +
      'Install a current version from your system or from https://nodejs.org and run the same command again.',
  )
}

/**
 * No dependency needs its install script: the native ones carry their binaries, and the server links PostgreSQL's
 * libraries itself. Not running the scripts keeps strangers' code out of the install.
 * `install`, not `ci`: ci empties node_modules each time (40 s against 2 s after a small change of the lock file).
 * What ci would have refused, a lock file that disagrees with package.json, is found by checks/lock-file.test.ts.
 */
function install() {
  const wanted = hashOf(
    ['package-lock.json', 'package.json', 'server/package.json', 'portal/package.json'],
    `${process.platform} ${process.arch}`,
  )
  if (readIfThere(installStamp) === wanted) return
  step('Installing packages')
  const flags = [
    '--no-save',
    '--include=dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  // npm names its own program to the scripts it runs; without it (`node scripts/start.mjs`) the one on the path.
  const npm = process.env.npm_execpath
  const windows = process.platform === 'win32'
  const status = npm
    ? run(process.execPath, [npm, 'install', ...flags])
    : run('npm', ['install', ...flags], { shell: windows })
  if (status !== 0) stop('npm could not install the packages; its own message stands above.')
  writeFileSync(installStamp, wanted)
}

function buildServer() {
  const sources = filesBelow('server/src').filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.test.ts'),
  )
  build('server', [...sources, 'tsconfig.base.json', 'server/tsconfig.build.json'], () =>
    runTool('tsc', ['-p', 'server/tsconfig.build.json']),
  )
}

function buildPortal() {
  const sources = ['src', 'public'].flatMap((folder) => filesBelow(`portal/${folder}`))
  build(
    'portal',
    [...sources, 'portal/index.html', 'portal/vite.config.ts'],
    () => runTool('vite', ['build', 'portal', '--logLevel', 'warn']) || compress('portal/dist'),
  )
}

/** Compressed once here instead of for every reader: the server hands out what the browser understands. */
function compress(folder) {
  for (const path of filesBelow(folder).filter((path) => /\.(js|css|svg|wasm)$/.test(path))) {
    const bytes = readFileSync(join(root, path))
    writeFileSync(join(root, `${path}.br`), brotliCompressSync(bytes))
    writeFileSync(join(root, `${path}.gz`), gzipSync(bytes, { level: 9 }))
  }
  return 0
}

/**
 * Compared by content, not by time: a branch change touches every file's time and often no content.
 * The folder is emptied first, so that what was deleted in src/ is gone from dist/ too.
 */
function build(workspace, inputs, compile) {
  const folder = join(root, workspace, 'dist')
  const stamp = join(folder, '.built-from')
  const wanted = hashOf(['package-lock.json', ...inputs])
  if (readIfThere(stamp) === wanted) return
  step(`Building the ${workspace}`)
  rmSync(folder, { recursive: true, force: true })
  if (compile() !== 0) stop(`The ${workspace} does not compile; see above.`)
  writeFileSync(stamp, wanted)
}

/** Runs a program of node_modules in the root folder and shows its output. Returns its exit status. */
export const runTool = (name, args, options = {}) =>
  run(join('node_modules', '.bin', name), args, { shell: process.platform === 'win32', ...options })

/** Same process group, same terminal: Ctrl-C reaches the child as it reaches us. */
const run = (program, args, options) =>
  spawnSync(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options }).status ?? 1

function hashOf(paths, extra = '') {
  const hash = createHash('sha256').update(extra)
  for (const path of paths) hash.update(`\0${path}\0`).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

const filesBelow = (folder) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
    )

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

const step = (text) => process.stdout.write(`${text} ...\n`)

function stop(text) {
  process.stderr.write(`\n${text}\n`)
  process.exit(1)
}
