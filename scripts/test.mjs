/**
 * `npm test`: installs, builds, checks, tests. Works in a fresh clone without a terminal. The last line counts every
 * test and every step of the check, so that nothing can fail without a failure in it.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check } from './check.mjs'
import { prepare, runTool } from './prepare.mjs'

prepare()
const checked = check()
const tested = test()
const failed = checked.failed + tested.failed
const skipped = tested.skipped === 0 ? '' : `, ${tested.skipped} skipped`
process.stdout.write(`\n${checked.passed + tested.passed} passed, ${failed} failed${skipped}\n`)
process.exitCode = failed === 0 ? 0 : 1

/** The house rules in checks/ ran as a step of the check; here runs the product. */
function test() {
  const folder = mkdtempSync(join(tmpdir(), 'tmip-test-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  // A CI log shows colours as noise, and vitest takes CI for a terminal.
  const env = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1' }
  const status = runTool('vitest', ['run', 'server/', 'portal/', ...reporters], { env })
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    )
    return {
      passed: numPassedTests,
      // A file that does not load, or an error outside of every test, fails the run without a failed test.
      failed: Math.max(numFailedTests, status === 0 ? 0 : 1),
      skipped: numPendingTests + numTodoTests,
    }
  } catch {
    process.stdout.write('vitest left no report: it ended before the tests did.\n')
    return { passed: 0, failed: 1, skipped: 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
