export { auditOperations } from './http/operations.ts'
export { sealHistory } from './jobs/seal-history.ts'
export { verifyHistory } from './use-cases/verify-history.ts'
