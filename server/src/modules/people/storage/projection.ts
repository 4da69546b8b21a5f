import { insert, type Patch, update } from '../../../platform/history/patch.ts'
import type { Recorded } from '../../../platform/run-command.ts'
import type { PeopleFact } from '../facts.ts'

export function projectPeople({ fact, at, by }: Recorded<PeopleFact>): Patch[] {
  switch (fact.type) {
    case 'organisation-created': {
      const { type: _, organisationId, timeZone, ...columns } = fact
      return [insert('organisation', { id: organisationId, time_zone: timeZone, ...columns })]
    }
    case 'organisation-changed': {
      const { type: _, organisationId, timeZone, ...columns } = fact
      return [update('organisation', { id: organisationId }, { time_zone: timeZone, ...columns })]
    }
    case 'person-added':
      return [
        insert('person', { id: fact.personId, organisation_id: fact.organisationId, roles: fact.roles }),
      ]
    case 'person-changed':
      return [update('person', { id: fact.personId }, { roles: fact.roles })]
    case 'access-ended':
      return [update('person', { id: fact.personId }, { left_at: at })]
    // That it happened is history; what it changed is a secret.
    case 'password-changed':
      return []
    case 'person-invited':
      return [
        insert('invitation', {
          id: fact.invitationId,
          organisation_id: fact.organisationId,
          roles: fact.roles,
          invited_by: by.person,
          invited_at: at,
          expires_at: fact.expiresAt,
        }),
      ]
    case 'invitation-withdrawn':
      return [update('invitation', { id: fact.invitationId }, { withdrawn_at: at })]
    case 'invitation-accepted':
      return [update('invitation', { id: fact.invitationId }, { accepted_at: at })]
    case 'api-key-created':
      return [
        insert('api_key', {
          id: fact.keyId,
          person_id: fact.personId,
          name: fact.name,
          created_at: at,
          expires_at: fact.expiresAt,
        }),
      ]
    case 'api-key-revoked':
      return [update('api_key', { id: fact.keyId }, { revoked_at: at })]
    case 'mandate-granted':
      return [
        insert('mandate', {
          id: fact.mandateId,
          customer_id: fact.customerId,
          partner_id: fact.partnerId,
          granted_by: by.person,
          granted_at: at,
          valid_from: fact.validFrom,
          valid_until: fact.validUntil,
          access: fact.access ?? 'act',
        }),
      ]
    case 'mandate-changed':
      return [
        update('mandate', { id: fact.mandateId }, { valid_until: fact.validUntil, access: fact.access }),
      ]
    case 'mandate-revoked':
      return [update('mandate', { id: fact.mandateId }, { revoked_at: at })]
  }
}
