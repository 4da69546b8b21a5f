import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { orderOf, people, type Reply, startHouse, type TestHouse } from '../../../../test/house.ts'
import { verifyHistory } from '../use-cases/verify-history.ts'
import { sealHistory } from './seal-history.ts'

let world: TestHouse
beforeAll(async () => {
  world = await startHouse({ withWorker: false })
})
afterAll(() => world.close())

const verify = () => verifyHistory(world.house)
const done = (reply: Reply): Reply['body'] => {
  expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300)
  return reply.body
}

describe('a seal', () => {
  const seals = async () =>
    (
      await world.house.db.query<{ number: number; position: number; streams: number }>(
        'select number, position, streams from seal order by number',
      )
    ).rows

  test('is made of everything there is, and not twice of the same', async () => {
    const { db, clock } = world.house
    await sealHistory(db, clock())
    const [first] = await seals()
    expect(first).toMatchObject({ number: 1, streams: (await verify()).streams })
    await sealHistory(db, clock())
    expect(await seals()).toHaveLength(1)
    done(await (await world.as(people.customer)).post('/api-keys', { name: 'one more' }))
    await sealHistory(db, clock())
    const [, second] = await seals()
    expect(second?.position).toBeGreaterThan(first?.position ?? 0)
    expect((await verify()).difference).toBeNull()
  })

  test('misses nothing that is being written while it is made', async () => {
    const { db, clock } = world.house
    const customer = await world.as(people.customer)
    const desk = await world.as(people.desk)
    const writing = Array.from({ length: 30 }, async (_, index) =>
      done(
        await (index % 2 === 0 ? customer : desk).post(
          '/orders',
          orderOf([{ sku: 'MX480BASE-AC', quantity: 1 }]),
        ),
      ),
    )
    await Promise.all([
      ...writing,
      ...Array.from({ length: 3 }, () => sealHistory(db, clock()).catch(() => {})),
    ])
    await sealHistory(db, clock())
    expect((await verify()).difference).toBeNull()
  })
})
