export type { PeopleFact } from './facts.ts'
export { operation } from './http/operation.ts'
export { peopleOperations } from './http/operations.ts'
export { forgetExpired } from './jobs/forget-expired.ts'
export { authorOf, type Caller, customersOf, reaches, scopeValue, systemCaller } from './rules/caller.ts'
export { type Actor, type Role, roles, type Scope } from './rules/roles.ts'
export {
  anyOrganisation,
  anySampleOrganisation,
  type OrganisationRow,
  organisationByAccount,
  organisationById,
} from './storage/organisations.ts'
export { projectPeople } from './storage/projection.ts'
export { grantMandateFor } from './use-cases/mandates.ts'
export { createOrganisation } from './use-cases/organisations.ts'
export { addPerson } from './use-cases/people.ts'
export { actorOf, hashToken, tokenOf } from './use-cases/sign-in.ts'
