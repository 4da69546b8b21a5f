export type { PeopleFact } from './facts.ts'
export { operation, peopleOperations } from './http/operations.ts'
export { forgetExpired } from './jobs/forget-expired.ts'
export { authorOf, type Caller, reaches, scopeValue, systemCaller } from './rules/caller.ts'
export { type Actor, type Role, roles, type Scope } from './rules/roles.ts'
export {
  anySampleOrganisation,
  type OrganisationRow,
  organisationByAccount,
  organisationById,
  organisationsPage,
} from './storage/organisations.ts'
export { projectPeople } from './storage/projection.ts'
export { grantMandateFor } from './use-cases/mandates.ts'
export { addPerson, createOrganisation } from './use-cases/organisations.ts'
export { actorOf, hashToken, tokenOf } from './use-cases/sign-in.ts'
