export { queueOperations } from './http/operations.ts'
