/** Before the tests: files of strangers are made by LibreOffice. On Debian and as root it is fetched where it is missing. */
import { spawnSync } from 'node:child_process'
import { findLibreOffice } from '../demo/fill-with-libreoffice.ts'

export default async function installLibreOffice(): Promise<void> {
  if ((await findLibreOffice()) !== undefined) return
  process.stdout.write('LibreOffice is not here; fetching it\n')
  for (const args of [['update'], ['install', '--no-install-recommends', 'libreoffice-calc']])
    spawnSync('apt-get', ['-y', '-o', 'DPkg::Lock::Timeout=600', ...args], { timeout: 900_000 })
  if ((await findLibreOffice()) === undefined)
    process.stdout.write(
      'Some tests need LibreOffice (soffice) on the PATH and will fail: install it, then run them again\n',
    )
}
