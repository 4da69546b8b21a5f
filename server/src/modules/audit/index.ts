export { sealHistory } from './jobs/seal-history.ts'
export { type Verification, verifyHistory } from './use-cases/verify-history.ts'
