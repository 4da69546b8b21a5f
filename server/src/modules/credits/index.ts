export { creditOperations } from './http/operations.ts'
export { type PostingFact, postingsOf } from './rules/postings.ts'
export { projectPostings } from './storage/projection.ts'
