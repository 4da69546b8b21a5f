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

/** Whose things an actor may touch in one operation: everybody's, or those of these customers. */
export type Scope = 'all' | readonly string[]

export interface Actor {
  readonly personId: string
  readonly name: string
  readonly organisationId: string
  readonly organisationKind: OrganisationKind
  readonly roles: readonly Role[]
  readonly language: string
  readonly timeZone: string
  /** Customers this organisation holds a valid mandate of, at the moment of the request. */
  readonly mandates: readonly string[]
}
