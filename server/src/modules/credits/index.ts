export type { CreditFact } from './facts.ts'
export { creditOperations } from './http/operations.ts'
export type { PostingFact } from './rules/postings.ts'
export { projectCredits, projectPostings } from './storage/projection.ts'
