import type { OrganisationKind, Role } from './rules/roles.ts'

/** Names and addresses of people are never in a fact: history is for ever, and a person may ask to be forgotten. */
export type PeopleFact =
  | {
      readonly type: 'organisation-created'
      readonly organisationId: string
      readonly kind: OrganisationKind
      readonly name: string
      readonly account: string
      readonly country: string
      readonly timeZone: string
      readonly language: string
      readonly sample: boolean
    }
  | {
      readonly type: 'person-added'
      readonly organisationId: string
      readonly personId: string
      readonly roles: readonly Role[]
    }
  | {
      readonly type: 'api-key-created'
      readonly keyId: string
      readonly personId: string
      readonly name: string
      readonly expiresAt: string | null
    }
  | { readonly type: 'api-key-revoked'; readonly keyId: string }
  | {
      readonly type: 'mandate-granted'
      readonly mandateId: string
      readonly customerId: string
      readonly partnerId: string
      readonly validFrom: string
      readonly validUntil: string
    }
  | { readonly type: 'mandate-revoked'; readonly mandateId: string }
