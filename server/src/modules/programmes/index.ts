export type { Day } from '../../values/calendar.ts'
export { checkProgrammeFile } from './check-programme-file.ts'
export type { ProgrammeFact } from './facts.ts'
export { programmeOperations } from './http/operations.ts'
export { type ProgrammeFileRefused, readProgrammeFile } from './read-programme-file.ts'
export { type Catalogue, type CatalogueInvalid, catalogueOf, loadCatalogue } from './rules/catalogue.ts'
export { allocateCredit, type CreditPerUnit, creditFor, type NoCredit } from './rules/credit.ts'
export { programmeDigest } from './rules/digest.ts'
export {
  type DueDate,
  type DueRule,
  deniedGraceEndsOn,
  dueDate,
  graceEndsOn,
  type Reminder,
  reminderDates,
} from './rules/due-date.ts'
export { eligiblePhases, isEligible, type NotEligible, type Phase } from './rules/eligibility.ts'
export {
  type ApproverRole,
  type Asker,
  type ExtensionRefused,
  type ExtensionTier,
  extensionTier,
} from './rules/extension.ts'
export { type ProgrammeInvalid, parseProgramme } from './rules/parse-programme.ts'
export type { Problem } from './rules/problems.ts'
export type { Site } from './rules/schema/logistics.ts'
export { documents, mediaTypes, signatureKinds } from './rules/schema/routes.ts'
export { type Consumption, consumption, type Part, partKinds } from './rules/schema/scope.ts'
export { type Programme, programmeJsonSchema, programmeSchema } from './rules/schema.ts'
export { type NoSite, siteFor } from './rules/sites.ts'
export { inLanguage, type RejectionReason, rejectionReason } from './rules/texts.ts'
export { type FrozenProgramme, frozenProgramme, programmeById, projectProgramme } from './storage/versions.ts'
export { publishProgramme } from './use-cases/publish-programme.ts'
