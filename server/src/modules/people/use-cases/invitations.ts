import { hash } from '@node-rs/argon2'
import { firstRow } from '../../../platform/database/pool.ts'
import { update } from '../../../platform/history/patch.ts'
import type { House } from '../../../platform/house.ts'
import { type Author, type RequestKey, runCommand } from '../../../platform/run-command.ts'
import { newId } from '../../../values/identifiers.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import type { PeopleFact } from '../facts.ts'
import { type Caller, reaches } from '../rules/caller.ts'
import { passwordFault } from '../rules/password.ts'
import type { Role } from '../rules/roles.ts'
import {
  type InvitationRow,
  invitationById,
  invitationByToken,
  openInvitationOf,
} from '../storage/invitations.ts'
import { personByEmail, personById } from '../storage/persons.ts'
import type { InvitationView } from '../view.ts'
import { beginAttempt, type TooManyAttempts } from './attempts.ts'
import { organisationStream, visibleOrganisation } from './organisations.ts'
import { newPersonRows, type WrongRole, wrongRole } from './people.ts'
import { hashOfToken, hashToken, newToken, openSession, type Session } from './sign-in.ts'

const INVITATION_MS = 14 * 86_400_000

export interface NewInvitation {
  readonly organisationId: string
  readonly email: string
  readonly name: string
  readonly language: string
  readonly roles: readonly Role[]
}

type InviteRefusal = Refusal<'organisation-not-found'> | WrongRole | Refusal<'email-taken'>
type Invited = InvitationView & { readonly token: string | null }

/**
 * The inviter hands the token on, as the portal's address `/invitation#TOKEN`: what stands behind the # is sent to no
 * server and so stands in no log. Shown once; a second invitation to the same address makes the first one void.
 */
export async function invitePerson(
  house: House<PeopleFact>,
  caller: Pick<Caller, 'scope' | 'by'>,
  input: NewInvitation,
  requestKey?: RequestKey,
) {
  const token = newToken('invitation')
  const invitationId = newId()
  const answer = await runCommand<PeopleFact, Invited, InviteRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      const organisation = await visibleOrganisation(house, caller, input.organisationId)
      if (organisation === undefined) return { refused: 'organisation-not-found' }
      const wrong = wrongRole(organisation.kind, input.roles)
      if (wrong !== undefined) return wrong
      const { organisationId, email, name, language } = input
      if ((await firstRow(house.db, personByEmail, [email])) !== undefined) return { refused: 'email-taken' }
      const inviter = caller.by.person && (await firstRow(house.db, personById, [caller.by.person]))
      const earlier = await firstRow(house.db, openInvitationOf, [organisationId, email])
      const roles = [...new Set(input.roles)]
      const expiresAt = new Date(Date.parse(now) + INVITATION_MS).toISOString()
      return {
        streams: [
          {
            stream: organisationStream(organisation.id, organisation.version, organisation.head),
            facts: [
              ...(earlier ? [{ type: 'invitation-withdrawn' as const, invitationId: earlier.id }] : []),
              { type: 'person-invited', organisationId, invitationId, roles, expiresAt },
            ],
          },
        ],
        unrecorded: [
          update(
            'invitation',
            { id: invitationId },
            { email, name, language, token_hash: hashOfToken(token) },
          ),
        ],
        reply: {
          id: invitationId,
          organisationId,
          email,
          name,
          language,
          roles,
          inviterName: inviter ? inviter.name : null,
          invitedAt: now,
          expiresAt,
          token: null,
        },
        status: 201,
      }
    },
  })
  return 'refused' in answer || answer.replayed ? answer : { ...answer, reply: { ...answer.reply, token } }
}

export async function withdrawInvitation(
  house: House<PeopleFact>,
  caller: Pick<Caller, 'scope' | 'by'>,
  invitationId: string,
  requestKey?: RequestKey,
) {
  return runCommand<PeopleFact, null, Refusal<'invitation-not-found'>>(house, {
    by: caller.by,
    requestKey,
    decide: async () => {
      const row = await firstRow(house.db, invitationById, [invitationId])
      // Whoever came by it is a person now, and ends as one.
      if (row === undefined || row.accepted_at !== null || !reaches(caller.scope, row.organisation_id))
        return { refused: 'invitation-not-found' }
      const stream = organisationStream(row.organisation_id, row.version, row.head)
      const isOpen = row.withdrawn_at === null
      return {
        streams: [{ stream, facts: isOpen ? [{ type: 'invitation-withdrawn', invitationId }] : [] }],
        reply: null,
        status: 204,
      }
    },
  })
}

type NotValid = Refusal<'invitation-not-valid'>

/** Unknown, expired, withdrawn and used are one answer: a stranger learns nothing from trying. */
async function openedInvitation(
  { db }: House<PeopleFact>,
  token: string,
  from: string,
  now: string,
): Promise<InvitationRow | NotValid | TooManyAttempts> {
  const attempt = await beginAttempt(db, `invitation ${from}`, now)
  if (isRefused(attempt)) return attempt
  const row = await firstRow(db, invitationByToken, [hashToken(token), now])
  if (row === undefined) return { refused: 'invitation-not-valid' }
  await attempt.succeeded()
  return row
}

/** `from` is the network address that asks: there is no other name under which a stranger's tries can be counted. */
export const readInvitation = (house: House<PeopleFact>, { token, from }: { token: string; from: string }) =>
  openedInvitation(house, token, from, house.clock())

/** Makes the invited one a person and signs it in. */
export async function acceptInvitation(
  house: House<PeopleFact>,
  input: { token: string; from: string; name?: string | undefined; password: string },
): Promise<
  | Session
  | NotValid
  | TooManyAttempts
  | Refusal<'password-too-weak', { fault: string }>
  | Refusal<'email-taken'>
  | Refusal<'idempotency-key-reused'>
  | Refusal<'too-busy'>
> {
  const invited = await openedInvitation(house, input.token, input.from, house.clock())
  if (isRefused(invited)) return invited
  const fault = passwordFault(input.password, invited.email)
  if (fault !== null) return { refused: 'password-too-weak', fault }
  const passwordHash = await hash(input.password)
  const personId = newId()
  const by: Author = { person: personId, organisation: invited.organisation_id, via: 'api' }
  const answer = await runCommand<PeopleFact, null, NotValid | Refusal<'email-taken'>>(house, {
    by,
    decide: async (now) => {
      const row = await firstRow(house.db, invitationByToken, [hashToken(input.token), now])
      if (row === undefined) return { refused: 'invitation-not-valid' }
      const { id: invitationId, organisation_id: organisationId, email, language, roles } = row
      return {
        streams: [
          {
            stream: organisationStream(organisationId, row.version, row.head),
            facts: [
              { type: 'invitation-accepted', invitationId, personId },
              { type: 'person-added', organisationId, personId, roles },
            ],
          },
        ],
        unrecorded: newPersonRows(personId, {
          email,
          name: input.name ?? row.name,
          language,
          passwordHash,
          now,
        }),
        reply: null,
      }
    },
    onConflict: { person_email_key: () => ({ refused: 'email-taken' }) },
  })
  return isRefused(answer) ? answer : openSession(house.db, personId, house.clock())
}
