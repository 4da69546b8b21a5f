import type { Fact } from './facts.ts'
import { type PostingFact, projectPostings } from './modules/credits/index.ts'
import type { Job } from './platform/database/write-statement.ts'
import type { Consequences, Recorded } from './platform/run-command.ts'

/**
 * What follows from each fact besides its own rows, on one page: postings in the same statement, jobs for the worker.
 */
export function react(recorded: Recorded<Fact>): Consequences {
  const { fact } = recorded
  switch (fact.type) {
    case 'order-registered':
    case 'order-cancelled':
    case 'unit-received':
    case 'unit-accepted':
    case 'unit-waived':
    case 'certificate-accepted':
    case 'charge-back-decided':
      return { patches: projectPostings(recorded as Recorded<PostingFact>), jobs: [] }
    case 'form-applied':
      return { patches: [], jobs: [sendInstructions(fact.caseId)] }
    // A serial that comes by hand or with the order: without one there is nothing to ship, and no job to pay for.
    case 'case-opened':
      return { patches: [], jobs: fact.units.some(isKnownReturn) ? [sendInstructions(fact.caseId)] : [] }
    case 'units-changed':
      return { patches: [], jobs: fact.changes.some(isKnownReturn) ? [sendInstructions(fact.caseId)] : [] }
    default:
      return { patches: [], jobs: [] }
  }
}

const sendInstructions = (caseId: string): Job => ({
  task: 'send-shipping-instructions',
  payload: { caseId },
  key: `instructions:${caseId}`,
})

const isKnownReturn = (unit: {
  readonly route: string
  readonly state?: string
  readonly to?: string
}): boolean => unit.route === 'return' && (unit.to ?? unit.state) === 'identified'
