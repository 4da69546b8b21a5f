import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { apiKeyOf, type Client, expectStatus, openClient } from './client.ts'
import type { Figure } from './figure.ts'
import { freePort, startProgram } from './program.ts'
import { median, quantile, table } from './statistics.ts'
import { orderOfUnits } from './story-steps.ts'

const SMALL = 10
const LARGE = 10_000
const SCANS = 400

/** Scanning one device at the dock: does a large case make it slower? */
export async function scan(): Promise<Figure> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'tmip-bench-'))
  const server = await startProgram({ dataFolder, port: await freePort() })
  try {
    const connect = async (email: string) => openClient(server.address, await apiKeyOf(server.address, email))
    const customer = await connect('assets@rheinnetz.example')
    const dock = await connect('dock@receiver.example')

    const large = await caseOf(customer, LARGE, 'LARGE')
    const small: string[] = []
    for (let count = 0; count < SCANS / SMALL; count++)
      small.push(...(await caseOf(customer, SMALL, `SMALL${count.toString().padStart(3, '0')}`)))
    const receipt = expectStatus(201, await dock.post('/receipts', { site: 'austin' })).body
    const times = { small: [] as number[], large: [] as number[] }
    // In turns, so that whatever else the machine does meets both alike; the first scans only warm up.
    for (let count = 0; count < SCANS; count++) {
      for (const [size, serials] of [
        ['small', small],
        ['large', large],
      ] as const) {
        const began = performance.now()
        const { body } = expectStatus(
          201,
          await dock.post(`/receipts/${receipt.id}/scans`, { serial: serials[count] }),
        )
        if (body.outcome !== 'expected') throw new Error(`${serials[count]} is ${body.outcome}`)
        if (count >= 50) times[size].push(performance.now() - began)
      }
    }
    customer.close()
    dock.close()
    const row = (units: number, values: readonly number[]) => [
      units.toLocaleString('en'),
      median(values).toFixed(2),
      quantile(values, 0.99).toFixed(2),
    ]
    return {
      title: 'Scanning one device',
      text: table(
        ['units in its case', 'ms', 'p99'],
        [
          row(SMALL, times.small),
          row(LARGE, times.large),
          ['ratio', (median(times.large) / median(times.small)).toFixed(2), ''],
        ],
      ),
      notes: [
        `Medians of ${SCANS - 50} scans each, in turns, over HTTP on one receipt. Aim: a ratio under 1.5.`,
      ],
    }
  } finally {
    await server.end('SIGTERM')
    await rm(dataFolder, { recursive: true, force: true })
  }
}

/** Opens a case of so many devices, all with known serial numbers, and returns these. */
async function caseOf(customer: Client, units: number, prefix: string): Promise<string[]> {
  const serials = Array.from({ length: units }, (_, index) => `${prefix}${index.toString().padStart(5, '0')}`)
  const order = orderOfUnits([{ sku: 'MX480BASE-AC', quantity: units, serials }])
  expectStatus(201, await customer.post('/orders', order))
  expectStatus(201, await customer.post('/cases', { orderNumber: order.number }))
  return serials
}
