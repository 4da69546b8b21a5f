export const organisationKinds = ['customer', 'partner', 'vendor', 'receiver'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** Who works where; the German names are in the message catalogue. */
export const rolesOf = {
  customer: ['asset-manager', 'signatory', 'viewer'],
  partner: ['partner-agent'],
  vendor: ['desk', 'finance', 'auditor', 'administrator'],
  receiver: ['receiving'],
} as const satisfies Readonly<Record<OrganisationKind, readonly string[]>>

export const roles = Object.values(rolesOf).flat()
export type Role = (typeof roles)[number]

/** Who looks after the people of an organisation. Those of a dock are the administrator's work. */
const keeperOf: Readonly<Record<OrganisationKind, Role | null>> = {
  customer: 'asset-manager',
  partner: 'partner-agent',
  vendor: 'administrator',
  receiver: null,
}

/** The role that this change takes from a person and that somebody of the organisation must have; null for any other. */
export function keeperLost(
  kind: OrganisationKind,
  before: readonly Role[],
  after: readonly Role[],
): Role | null {
  const keeper = keeperOf[kind]
  return keeper !== null && before.includes(keeper) && !after.includes(keeper) ? keeper : null
}

/** Whose things an actor may touch in one operation: everybody's, or those of these customers. */
export type Scope = 'all' | readonly string[]

/** A partner acts for the customer, or only sees what the customer sees. */
export const mandateAccesses = ['act', 'read'] as const
export type MandateAccess = (typeof mandateAccesses)[number]

export interface Actor {
  readonly personId: string
  readonly name: string
  readonly organisationId: string
  readonly organisationKind: OrganisationKind
  readonly roles: readonly Role[]
  readonly language: string
  readonly timeZone: string
  /** Customers for whom this organisation may act by a mandate that is valid at the moment of the request. */
  readonly mandates: readonly string[]
  /** Customers whose valid mandate only lets it look, and no other lets it act. */
  readonly readingMandates: readonly string[]
}
