export type { ShippingFact } from './facts.ts'
export { shippingOperations } from './http/operations.ts'
export { projectShipping } from './storage/projection.ts'
export { sendInstructions } from './use-cases/send-instructions.ts'
