export { searchOperations } from './http/operations.ts'
