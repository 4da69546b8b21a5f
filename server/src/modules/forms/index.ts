export type { FormFact } from './facts.ts'
export { formOperations } from './http/operations.ts'
export { lastAppliedHeader } from './storage/form-versions.ts'
export { projectForm } from './storage/projection.ts'
