export type { CaseFact, Move, OfOrder, UnitChange } from './facts.ts'
export { extensionOperations } from './http/extension-operations.ts'
export { caseOperations, caseParams } from './http/operations.ts'
export { owedOperations } from './http/owed-operations.ts'
export { threadOperations } from './http/thread-operations.ts'
export { unitOperations } from './http/unit-operations.ts'
export { changeUnits, type UnitProblem, type UnitWish, wishedSerials } from './rules/change-units.ts'
export { lifecycleFaults, mayHappen } from './rules/lifecycle.ts'
export { promisedUntil } from './rules/waiting-on.ts'
export { type CaseRow, caseById, type UnitRow, unitsByRow, unitsOfCase } from './storage/cases.ts'
export { movePatches } from './storage/moves.ts'
export { projectCase } from './storage/projection.ts'
export {
  type CaseNotFound,
  closing,
  type LoadedCase,
  loadCase,
  reservedAmong,
  rowAfter,
  type VersionConflict,
} from './use-cases/case-chain.ts'
export { type CaseView, caseView, viewOfCase } from './view.ts'
