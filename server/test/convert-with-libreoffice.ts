/** Files as LibreOffice writes them: tests of readers need files that none of our own code has made. */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { findLibreOffice } from '../demo/fill-with-libreoffice.ts'

const run = promisify(execFile)

/**
 * @param from extension of what is given, such as `xlsx`
 * @param to extension, or extension and export filter such as `csv:"Text - txt - csv (StarCalc)":44,34,76,1`
 * @returns every file that came out, by name; an export of all sheets makes several
 */
export async function convertWithLibreOffice(
  file: Uint8Array,
  from: string,
  to: string,
): Promise<Readonly<Record<string, Uint8Array>>> {
  const office = await findLibreOffice()
  if (office === undefined) throw new Error('these tests need LibreOffice (soffice) on the PATH')
  const folder = await mkdtemp(join(tmpdir(), 'tmip-convert-'))
  try {
    const [source, out, profile] = ['source', 'out', 'profile'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    await writeFile(`${source}.${from}`, file)
    // In a profile of its own: a LibreOffice that is open already would take the work and this one would return at once.
    await run(
      office.program,
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--norestore',
        '--convert-to',
        to,
        '--outdir',
        out,
        `${source}.${from}`,
      ],
      { timeout: 180_000 },
    )
    const names = await readdir(out)
    return Object.fromEntries(
      await Promise.all(
        names.map(async (name) => [name, new Uint8Array(await readFile(join(out, name)))] as const),
      ),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
