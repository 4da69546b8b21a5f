import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Below node_modules, so that neither package.json nor the lock file knows of it, and `npm install` leaves it alone. */
const folder = fileURLToPath(new URL('../../node_modules/.cache/tmip-chromium', import.meta.url))

/** A headless Chromium with the libraries that bare machines lack, compressed inside of a package. */
const packageName = '@sparticuz/chromium'
const version = '143.0.4'

interface Installed {
  readonly executablePath: string
  readonly env: Record<string, string>
}

/** Null where there is none for this machine, or it could not be had. 64 MB come over the network, once. */
export async function installChromium(): Promise<Installed | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const program = join(folder, version)
  if (!existsSync(program) && !(await unpack(program))) return null
  return {
    executablePath: join(program, 'chromium'),
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: [join(program, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']]
        .filter(Boolean)
        .join(':'),
      FONTCONFIG_FILE: join(program, 'fonts.conf'),
    },
  }
}

async function unpack(program: string): Promise<boolean> {
  process.stdout.write('Installing a Chromium for the tests ...\n')
  const half = `${program}.${process.pid}`
  await mkdir(half, { recursive: true })
  try {
    if (!install()) return false
    // The package unpacks into the folder for temporary files, and its libraries only where it believes to be in AWS.
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '--eval', `await (await import('${packageName}')).default.executablePath()`],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, TMPDIR: half, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
      },
    )
    if (status !== 0) {
      process.stderr.write(stderr)
      return false
    }
    // Without any font Chromium ends at the first page; a machine's own come first.
    await writeFile(
      join(half, 'fonts.conf'),
      `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(program, 'fonts')}</dir>
  <cachedir>${join(program, 'fonts-cache')}</cachedir>
</fontconfig>
`,
    )
    // Somebody else may have been quicker: theirs is as good.
    await rename(half, program).catch(() => undefined)
    return existsSync(program)
  } finally {
    await rm(half, { recursive: true, force: true })
    await rm(join(folder, 'node_modules'), { recursive: true, force: true })
  }
}

function install(): boolean {
  const flags = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const args = ['install', '--prefix', folder, ...flags, `${packageName}@${version}`]
  const npm = process.env['npm_execpath']
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: 'inherit' })
    : spawnSync('npm', args, { stdio: 'inherit' })
  return status === 0
}
