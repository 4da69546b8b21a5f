import { z } from 'zod'
import { mandateAccesses, organisationKinds, roles } from './rules/roles.ts'
import type { ApiKeyRow } from './storage/api-keys.ts'
import type { InvitationRow } from './storage/invitations.ts'
import type { MandateRow } from './storage/mandates.ts'
import type { OrganisationRow } from './storage/organisations.ts'
import type { PersonRow } from './storage/persons.ts'

export const organisationView = z
  .object({
    id: z.uuid(),
    kind: z.enum(organisationKinds),
    name: z.string(),
    account: z.string(),
    country: z.string(),
    timeZone: z.string(),
    language: z.string(),
    version: z.int(),
  })
  .meta({ id: 'Organisation' })
export type OrganisationView = z.output<typeof organisationView>
export const viewOfOrganisation = (row: OrganisationRow): OrganisationView => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  account: row.account,
  country: row.country,
  timeZone: row.time_zone,
  language: row.language,
  version: row.version,
})

export const personView = z
  .object({
    id: z.uuid(),
    organisationId: z.uuid(),
    email: z.string(),
    name: z.string(),
    language: z.string(),
    roles: z.array(z.enum(roles)),
    leftAt: z.string().nullable().describe('When the access of this person ended.'),
  })
  .meta({ id: 'Person' })
export type PersonView = z.output<typeof personView>
export const viewOfPerson = (row: PersonRow): PersonView => ({
  id: row.id,
  organisationId: row.organisation_id,
  email: row.email,
  name: row.name,
  language: row.language,
  roles: row.roles,
  leftAt: row.left_at,
})

export const invitationView = z
  .object({
    id: z.uuid(),
    organisationId: z.uuid(),
    email: z.string(),
    name: z.string(),
    language: z.string(),
    roles: z.array(z.enum(roles)),
    inviterName: z.string().nullable(),
    invitedAt: z.string(),
    expiresAt: z.string(),
  })
  .meta({ id: 'Invitation' })
export type InvitationView = z.output<typeof invitationView>
export const viewOfInvitation = (row: InvitationRow): InvitationView => ({
  id: row.id,
  organisationId: row.organisation_id,
  email: row.email,
  name: row.name,
  language: row.language,
  roles: row.roles,
  inviterName: row.inviter_name,
  invitedAt: row.invited_at,
  expiresAt: row.expires_at,
})

export const mandateView = z
  .object({
    id: z.uuid(),
    customerId: z.uuid(),
    customerName: z.string(),
    partnerId: z.uuid(),
    partnerName: z.string(),
    grantedByName: z.string(),
    access: z.enum(mandateAccesses).describe('Whether the partner may act, or only see.'),
    state: z.enum(['valid', 'future', 'expired', 'revoked']),
    validFrom: z.string(),
    validUntil: z.string(),
    revokedAt: z.string().nullable(),
  })
  .meta({ id: 'Mandate' })
export type MandateView = z.output<typeof mandateView>
export const viewOfMandate = (row: MandateRow, now: string): MandateView => ({
  id: row.id,
  customerId: row.customer_id,
  customerName: row.customer_name,
  partnerId: row.partner_id,
  partnerName: row.partner_name,
  grantedByName: row.granted_by_name,
  access: row.access,
  state:
    row.revoked_at !== null
      ? 'revoked'
      : row.valid_until <= now
        ? 'expired'
        : row.valid_from > now
          ? 'future'
          : 'valid',
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  revokedAt: row.revoked_at,
})

export const apiKeyView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
  })
  .meta({ id: 'ApiKeyInList' })
export const viewOfApiKey = (row: ApiKeyRow): z.output<typeof apiKeyView> => ({
  id: row.id,
  name: row.name,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  revokedAt: row.revoked_at,
})
export const organisationApiKeyView = apiKeyView
  .extend({ personId: z.uuid(), personName: z.string() })
  .meta({ id: 'OrganisationApiKey' })
