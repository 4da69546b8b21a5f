import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crashRounds, victims } from './crash-rounds.ts'
import type { Figure } from './figure.ts'
import { table } from './statistics.ts'

const ROUNDS = 20

/** kill -9 in the middle of a write load. Nothing is timed. */
export async function crash(): Promise<Figure> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'tmip-bench-'))
  try {
    const report = await crashRounds({ dataFolder, rounds: ROUNDS, clients: 4, answersBetween: 60 })
    const { answered, repeated, lost, doubled, failedStarts, differences } = report
    return {
      title: `Killed ${ROUNDS} times in the middle of writes`,
      text: table(
        [
          'rounds',
          'answered writes',
          'lost',
          'asked again',
          'happened twice',
          'failed starts',
          'history differs',
        ],
        [
          [ROUNDS, answered, lost.length, repeated, doubled, failedStarts.length, differences.length].map(
            String,
          ),
        ],
      ),
      notes: [
        `kill -9 of ${victims.join(', ')} in turns, while 4 clients register orders, open cases and upload forms; \`tmip history verify\` after each round, beside the running load.`,
        'A request without an answer is asked again with its Idempotency-Key until it has one. Also the bytes of every answered upload were found again.',
        ...[...lost, ...failedStarts, ...differences],
      ],
    }
  } finally {
    await rm(dataFolder, { recursive: true, force: true })
  }
}
