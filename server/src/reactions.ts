import type { Fact } from './facts.ts'
import { type PostingFact, projectPostings } from './modules/credits/index.ts'
import type { Consequences, Recorded } from './platform/run-command.ts'

/**
 * What follows from each fact besides its own rows, on one page: postings in the same statement, jobs for the worker.
 */
export function react(recorded: Recorded<Fact>): Consequences {
  const { fact } = recorded
  switch (fact.type) {
    case 'order-registered':
    case 'order-cancelled':
    case 'unit-accepted':
    case 'unit-waived':
    case 'certificate-accepted':
      return { patches: projectPostings(recorded as Recorded<PostingFact>), jobs: [] }
    case 'case-opened':
    case 'units-changed':
    case 'form-applied':
      return {
        patches: [],
        jobs: [
          {
            task: 'send-shipping-instructions',
            payload: { caseId: fact.caseId },
            key: `instructions:${fact.caseId}`,
          },
        ],
      }
    default:
      return { patches: [], jobs: [] }
  }
}
