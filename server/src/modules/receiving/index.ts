export type { ReceivingFact } from './facts.ts'
export { receivingOperations } from './http/operations.ts'
export { projectReceiving } from './storage/projection.ts'
