import { z } from 'zod'
import { rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import type { AnyOperation } from '../../../platform/http/operation.ts'
import { pageOf, pageQuery } from '../../../platform/http/page.ts'
import { languages } from '../../../values/language.ts'
import { isRefused } from '../../../values/refusal.ts'
import type { PeopleFact } from '../facts.ts'
import type { Caller } from '../rules/caller.ts'
import { roles } from '../rules/roles.ts'
import { invitationsPage } from '../storage/invitations.ts'
import {
  acceptInvitation,
  invitePerson,
  readInvitation,
  withdrawInvitation,
} from '../use-cases/invitations.ts'
import { visibleOrganisation } from '../use-cases/organisations.ts'
import { invitationView, viewOfInvitation } from '../view.ts'
import { sessionView, signedIn } from './me.ts'
import { byId, operation, personName } from './operation.ts'

const invitationPage = pageOf(invitationView, 'InvitationPage')
const token = z.string().min(1).max(200)

export const invitationOperations = (house: House<PeopleFact>): AnyOperation<Caller>[] => [
  operation({
    id: 'invite-person',
    method: 'POST',
    path: '/organisations/{id}/invitations',
    tag: 'People',
    status: 201,
    summary: 'Invite a person, who chooses the password',
    description:
      'Hand the token on as the address `/invitation#TOKEN` of the portal. It is good for 14 days and one use; another invitation to the same address makes it void.',
    params: byId,
    body: z.object({
      email: z.email().max(254),
      name: personName,
      language: z.enum(languages),
      roles: z.array(z.enum(roles)).min(1).max(5),
    }),
    answers: invitationView
      .extend({ token: z.string().nullable().describe('Shown once, in the first answer.') })
      .meta({ id: 'NewInvitation' }),
    refusals: ['organisation-not-found', 'role-not-of-organisation', 'email-taken', 'idempotency-key-reused'],
    handle: ({ caller, params, body, requestKey }) =>
      invitePerson(house, caller, { organisationId: params.id, ...body }, requestKey),
  }),
  operation({
    id: 'list-invitations',
    method: 'GET',
    path: '/organisations/{id}/invitations',
    tag: 'People',
    summary: 'Invitations that can still be accepted, oldest first, a page at a time',
    params: byId,
    query: pageQuery,
    answers: invitationPage.schema,
    refusals: ['organisation-not-found', 'cursor-invalid'],
    handle: async ({ caller, params, query }) => {
      if ((await visibleOrganisation(house, caller, params.id)) === undefined)
        return { refused: 'organisation-not-found' }
      return invitationPage.answer(
        query,
        async ([after], limit) =>
          (await rows(house.db, invitationsPage, [params.id, house.clock(), after ?? null, limit])).map(
            viewOfInvitation,
          ),
        ({ id }) => [id],
      )
    },
  }),
  operation({
    id: 'withdraw-invitation',
    method: 'DELETE',
    path: '/invitations/{id}',
    tag: 'People',
    status: 204,
    summary: 'Take an invitation back',
    params: byId,
    refusals: ['invitation-not-found', 'idempotency-key-reused'],
    handle: ({ caller, params, requestKey }) => withdrawInvitation(house, caller, params.id, requestKey),
  }),
  operation({
    id: 'read-invitation',
    keyless: true,
    method: 'POST',
    path: '/invitation-lookups',
    tag: 'People',
    summary: 'Who invites me, and where to?',
    body: z.object({ token }),
    answers: z
      .object({
        organisationName: z.string(),
        name: z.string(),
        email: z.string(),
        inviterName: z.string().nullable(),
        expiresAt: z.string(),
      })
      .meta({ id: 'InvitationLookup' }),
    refusals: ['invitation-not-valid', 'sign-in-blocked'],
    handle: async ({ body, request }) => {
      const row = await readInvitation(house, { token: body.token, from: request.ip })
      if (isRefused(row)) return row
      const { organisation_name: organisationName, name, email } = row
      return {
        reply: { organisationName, name, email, inviterName: row.inviter_name, expiresAt: row.expires_at },
      }
    },
  }),
  operation({
    id: 'accept-invitation',
    keyless: true,
    method: 'POST',
    path: '/invitation-acceptances',
    tag: 'People',
    status: 201,
    summary: 'Accept an invitation with a password of my own, and be signed in',
    body: z.object({ token, name: personName.optional(), password: z.string().max(256) }),
    answers: sessionView,
    refusals: [
      'invitation-not-valid',
      'password-too-weak',
      'email-taken',
      'sign-in-blocked',
      'idempotency-key-reused',
    ],
    handle: async ({ body, request }) => {
      const session = await acceptInvitation(house, { ...body, from: request.ip })
      return isRefused(session) ? session : signedIn(session)
    },
  }),
]
