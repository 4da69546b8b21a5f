import { sql } from '../../../platform/database/pool.ts'
import type { OrganisationKind, Role } from '../rules/roles.ts'

export interface InvitationRow {
  id: string
  organisation_id: string
  organisation_name: string
  organisation_kind: OrganisationKind
  /** Of the organisation: every change of its people is guarded by it. */
  version: number
  head: Buffer
  email: string
  name: string
  language: string
  roles: Role[]
  inviter_name: string | null
  invited_at: string
  expires_at: string
  accepted_at: string | null
  withdrawn_at: string | null
}
const invitation = `
  select i.id, i.organisation_id, o.name as organisation_name, o.kind as organisation_kind, o.version, o.head, i.email,
         i.name, i.language, i.roles, p.name as inviter_name, i.invited_at, i.expires_at, i.accepted_at, i.withdrawn_at
    from invitation i join organisation o on o.id = i.organisation_id left join person p on p.id = i.invited_by`
const open = 'i.accepted_at is null and i.withdrawn_at is null'

export const invitationById = sql<InvitationRow>('invitation-by-id', `${invitation} where i.id = $1`)
export const invitationByToken = sql<InvitationRow>(
  'invitation-by-token',
  `${invitation} where i.token_hash = $1 and ${open} and i.expires_at > $2`,
)
/** At most one for each address of an organisation, expired or not: a new one takes the place of the old. */
export const openInvitationOf = sql<{ id: string }>(
  'open-invitation-of',
  `select i.id from invitation i where i.organisation_id = $1 and lower(i.email) = lower($2) and ${open}`,
)
export const invitationsPage = sql<InvitationRow>(
  'invitations-page',
  `${invitation} where i.organisation_id = $1 and ${open} and i.expires_at > $2 and ($3::uuid is null or i.id > $3)
    order by i.id limit $4`,
)
/** Whoever did not come needs no name here any more, and whoever came has one as a person. */
export const forgetInvited = sql(
  'forget-invited',
  `update invitation set email = '', name = ''
    where email <> '' and (accepted_at is not null or withdrawn_at is not null or expires_at < $1)`,
)
