/** ClamAV itself between an upload and the store, with one signature of its own: that of the test file of EICAR. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answered, openCase } from '../fixtures/cases.ts'
import { photograph } from '../fixtures/signed-documents.ts'
import { type Client, people, startHouse, type TestHouse, until } from '../house.ts'

/** Put together here: the whole text in a file would be found by the scanner of whoever checks this out. */
const harmless = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join('')
const signature = '44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature\n'

const clamd = ['/usr/sbin/clamd', 'clamd'].find((path) => spawnSync(path, ['--version']).status === 0)
let daemon: ChildProcess | undefined
let socket = ''
let world: TestHouse
let customer: Client
let caseId: string

beforeAll(async () => {
  if (clamd === undefined) return
  const folder = await mkdtemp(join(tmpdir(), 'tmip-clamd-'))
  socket = join(folder, 'clamd.ctl')
  await writeFile(join(folder, 'test.hdb'), signature)
  await writeFile(
    join(folder, 'clamd.conf'),
    [`DatabaseDirectory ${folder}`, `LocalSocket ${socket}`, 'Foreground yes', 'User root'].join('\n'),
  )
  daemon = spawn(clamd, ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' })
  await until(
    () => readdir(folder),
    (names) => names.includes('clamd.ctl'),
  )
  world = await startHouse({ withWorker: false, clamd: { path: socket } })
  customer = await world.as(people.customer)
  caseId = (await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: 1 }])).id
})
afterAll(async () => {
  daemon?.kill('SIGKILL')
  await world?.close()
})

test('an infected attachment is refused in words, set aside, and a clean one is taken', async ({ skip }) => {
  if (clamd === undefined) {
    process.stdout.write('virus scan: not tried with ClamAV, which is not on this machine\n')
    skip('no clamd')
  }
  const address = `/cases/${caseId}/attachments`
  const refused = await customer.upload(address, Buffer.from(harmless), 'invoice.txt', {
    'accept-language': 'de',
  })
  expect([refused.status, refused.body.code]).toEqual([422, 'infected'])
  expect(refused.body.detail).toContain('Eicar-Test-Signature')
  expect(await readdir(join(world.filesFolder, 'quarantine'))).toHaveLength(1)
  answered(await customer.upload(address, await photograph(), 'rack.jpg'), 201)

  daemon?.kill('SIGKILL')
  const unseen = await customer.upload(address, await photograph(), 'rack.jpg')
  expect([unseen.status, unseen.body.code]).toEqual([503, 'scanner-unavailable'])
})
