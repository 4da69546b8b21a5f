export { creditOperations } from './http/operations.ts'
export type { PostingFact } from './rules/postings.ts'
export { projectPostings } from './storage/projection.ts'
