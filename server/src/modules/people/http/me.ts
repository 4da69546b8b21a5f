import { z } from 'zod'
import { firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import type { AnyOperation } from '../../../platform/http/operation.ts'
import { languages } from '../../../values/language.ts'
import { isRefused } from '../../../values/refusal.ts'
import type { PeopleFact } from '../facts.ts'
import type { Caller } from '../rules/caller.ts'
import { type MandateAccess, mandateAccesses, roles } from '../rules/roles.ts'
import { organisationById, organisationsNamed } from '../storage/organisations.ts'
import { personById } from '../storage/persons.ts'
import { changePassword } from '../use-cases/change-password.ts'
import { changePerson } from '../use-cases/people.ts'
import { SESSION_COOKIE, type Session, signIn, signOut } from '../use-cases/sign-in.ts'
import { organisationView, personView, viewOfOrganisation } from '../view.ts'
import { operation, personName } from './operation.ts'

/** More than anybody picks from a list; beyond it a customer is searched for. */
const MOST_CUSTOMERS = 200

export const sessionView = z
  .object({ token: z.string(), expiresAt: z.string(), personId: z.uuid() })
  .meta({ id: 'Session' })
export const signedIn = (session: Session) => ({
  reply: session,
  cookie: { name: SESSION_COOKIE, value: session.token, expiresAt: session.expiresAt },
})

/** Signing in and out, and what everybody may know and change of themselves. */
export const myOperations = (house: House<PeopleFact>): AnyOperation<Caller>[] => [
  operation({
    id: 'sign-in',
    keyless: true,
    method: 'POST',
    path: '/sessions',
    tag: 'People',
    status: 201,
    summary: 'Sign in with address and password',
    description:
      'The token also comes as the HttpOnly cookie `tmip_session`. Machines use an API key instead.',
    body: z.object({ email: z.email().max(254), password: z.string().min(1).max(256) }),
    answers: sessionView,
    refusals: ['sign-in-failed', 'sign-in-blocked'],
    handle: async ({ body }) => {
      const session = await signIn(house, body)
      return isRefused(session) ? session : signedIn(session)
    },
  }),
  operation({
    id: 'sign-out',
    keyless: true,
    method: 'DELETE',
    path: '/sessions/current',
    tag: 'People',
    status: 204,
    summary: 'End the session of this request',
    refusals: [],
    handle: async ({ caller }) => {
      await signOut(house, caller.credential.hash)
      return { reply: null, cookie: { name: SESSION_COOKIE, value: null } }
    },
  }),
  operation({
    id: 'read-me',
    method: 'GET',
    path: '/me',
    tag: 'People',
    summary: 'Who am I, what may I do, and for which customers?',
    answers: z
      .object({
        personId: z.uuid(),
        name: z.string(),
        email: z.string(),
        language: z.string(),
        roles: z.array(z.enum(roles)),
        organisation: organisationView,
        mandates: z.array(z.uuid()).describe('Customers for whom I may act.'),
        customers: z
          .array(
            z.object({
              id: z.uuid(),
              name: z.string(),
              account: z.string(),
              access: z.enum(mandateAccesses),
            }),
          )
          .describe(
            `Customers whose mandate lets me act or look, by name: the first ${MOST_CUSTOMERS}; \`list-organisations\` searches all.`,
          ),
        permissions: z.array(z.string()).describe('Every operation that my roles may call at all.'),
      })
      .meta({ id: 'Me' }),
    refusals: [],
    handle: async ({ caller: { actor, permitted } }) => {
      const acting = new Set(actor.mandates)
      const accessTo = (customer: string): MandateAccess => (acting.has(customer) ? 'act' : 'read')
      const [organisation, person, customers] = await Promise.all([
        firstRow(house.db, organisationById, [actor.organisationId]),
        firstRow(house.db, personById, [actor.personId]),
        rows(house.db, organisationsNamed, [[...acting, ...actor.readingMandates], MOST_CUSTOMERS]),
      ])
      if (organisation === undefined || person === undefined) throw new Error('a caller who is nobody')
      return {
        reply: {
          personId: actor.personId,
          name: actor.name,
          email: person.email,
          language: actor.language,
          roles: [...actor.roles],
          organisation: viewOfOrganisation(organisation),
          mandates: [...acting],
          customers: customers.map((one) => ({ ...one, access: accessTo(one.id) })),
          permissions: [...permitted()],
        },
      }
    },
  }),
  operation({
    id: 'change-me',
    method: 'PUT',
    path: '/me',
    tag: 'People',
    summary: 'Change my name or my language',
    body: z.object({ name: personName.optional(), language: z.enum(languages).optional() }),
    answers: personView,
    refusals: [
      'person-not-found',
      'access-ended',
      'role-not-of-organisation',
      'last-of-role',
      'idempotency-key-reused',
    ],
    handle: ({ caller: { actor, by }, body, requestKey }) =>
      changePerson(
        house,
        { by, scope: [actor.organisationId] },
        { personId: actor.personId, change: body },
        requestKey,
      ),
  }),
  operation({
    id: 'change-password',
    keyless: true,
    method: 'PUT',
    path: '/me/password',
    tag: 'People',
    status: 204,
    summary: 'Change my password; all my other sessions end',
    body: z.object({ current: z.string().min(1).max(256), next: z.string().max(256) }),
    refusals: ['password-wrong', 'password-too-weak', 'sign-in-blocked', 'idempotency-key-reused'],
    handle: ({ caller, body }) => changePassword(house, caller, body),
  }),
]
