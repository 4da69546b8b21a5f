import type { MandateAccess, OrganisationKind, Role } from './rules/roles.ts'

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
      readonly type: 'organisation-changed'
      readonly organisationId: string
      readonly name: string
      readonly country: string
      readonly timeZone: string
      readonly language: string
    }
  | {
      readonly type: 'person-added'
      readonly organisationId: string
      readonly personId: string
      readonly roles: readonly Role[]
    }
  | {
      readonly type: 'person-changed'
      readonly personId: string
      readonly roles: readonly Role[]
      /** What was changed, without saying to what: names are no part of history. */
      readonly changed: readonly PersonDetail[]
    }
  | { readonly type: 'access-ended'; readonly personId: string }
  | { readonly type: 'password-changed'; readonly personId: string }
  | {
      readonly type: 'person-invited'
      readonly organisationId: string
      readonly invitationId: string
      readonly roles: readonly Role[]
      readonly expiresAt: string
    }
  | { readonly type: 'invitation-withdrawn'; readonly invitationId: string }
  | { readonly type: 'invitation-accepted'; readonly invitationId: string; readonly personId: string }
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
      /** Missing in the oldest facts: those let the partner act. */
      readonly access?: MandateAccess
    }
  | {
      readonly type: 'mandate-changed'
      readonly mandateId: string
      readonly validUntil: string
      readonly access: MandateAccess
    }
  | { readonly type: 'mandate-revoked'; readonly mandateId: string }

export type PersonDetail = 'name' | 'language' | 'roles'
