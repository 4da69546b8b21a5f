import { z } from 'zod'
import type { House } from '../../../platform/house.ts'
import type { AnyOperation } from '../../../platform/http/operation.ts'
import { pageOf, pageQuery } from '../../../platform/http/page.ts'
import { languages } from '../../../values/language.ts'
import type { PeopleFact } from '../facts.ts'
import type { Caller } from '../rules/caller.ts'
import { roles } from '../rules/roles.ts'
import { firstByName } from '../storage/organisations.ts'
import { peoplePage } from '../storage/persons.ts'
import { visibleOrganisation } from '../use-cases/organisations.ts'
import { addPerson, changePerson, endAccess } from '../use-cases/people.ts'
import { personView, viewOfPerson } from '../view.ts'
import { byId, operation, personName, searchText } from './operation.ts'

const personPage = pageOf(personView, 'PersonPage', 2)
const anyPersonPage = pageOf(
  personView.extend({ organisationName: z.string() }).meta({ id: 'PersonOfAnyOrganisation' }),
  'PersonOfAnyOrganisationPage',
  2,
)
const list = pageQuery.extend({
  search: searchText,
  access: z.enum(['current', 'ended']).optional().describe('Only those who have access, or who had.'),
})
const behind = (name: unknown, id: unknown) =>
  typeof name === 'string' && typeof id === 'string' ? ([name, id] as const) : firstByName
const rolesInput = z.array(z.enum(roles)).min(1).max(5)

export const personOperations = (house: House<PeopleFact>): AnyOperation<Caller>[] => [
  operation({
    id: 'list-people',
    method: 'GET',
    path: '/organisations/{id}/people',
    tag: 'People',
    summary: 'The people of an organisation by name, those who left too, a page at a time',
    params: byId,
    query: list,
    answers: personPage.schema,
    refusals: ['organisation-not-found', 'cursor-invalid'],
    handle: async ({ caller, params, query: { search, access, ...query } }) => {
      // A partner's own people, not those of its customers: `own` in the table means the own organisation.
      if ((await visibleOrganisation(house, caller, params.id)) === undefined)
        return { refused: 'organisation-not-found' }
      return personPage.answer(
        query,
        async ([name, id], limit) => {
          const filters = { organisation: params.id, search, access }
          const found = await peoplePage(house.db, filters, behind(name, id), limit)
          return found.map(viewOfPerson)
        },
        ({ name, id }) => [name, id],
      )
    },
  }),
  operation({
    id: 'list-all-people',
    method: 'GET',
    path: '/people',
    tag: 'People',
    summary: 'The people of all organisations by name, a page at a time',
    query: list,
    answers: anyPersonPage.schema,
    refusals: ['cursor-invalid'],
    handle: async ({ query: { search, access, ...query } }) =>
      anyPersonPage.answer(
        query,
        async ([name, id], limit) => {
          const found = await peoplePage(house.db, { search, access }, behind(name, id), limit)
          return found.map((row) => ({ ...viewOfPerson(row), organisationName: row.organisation_name }))
        },
        ({ name, id }) => [name, id],
      ),
  }),
  operation({
    id: 'add-person',
    method: 'POST',
    path: '/organisations/{id}/people',
    tag: 'People',
    status: 201,
    summary: 'Add a person with roles and a first password',
    params: byId,
    body: z.object({
      email: z.email().max(254),
      name: personName,
      language: z.enum(languages),
      roles: rolesInput,
      password: z.string().max(256),
    }),
    answers: personView,
    refusals: [
      'organisation-not-found',
      'role-not-of-organisation',
      'password-too-weak',
      'email-taken',
      'idempotency-key-reused',
    ],
    handle: async ({ caller, params, body, requestKey }) =>
      addPerson(house, caller, { organisationId: params.id, ...body }, requestKey),
  }),
  operation({
    id: 'change-person',
    method: 'PUT',
    path: '/people/{id}',
    tag: 'People',
    summary: 'Change the name, the language or the roles of a person',
    description: 'What is left out stays. An organisation keeps somebody who looks after its people.',
    params: byId,
    body: z.object({
      name: personName.optional(),
      language: z.enum(languages).optional(),
      roles: rolesInput.optional(),
    }),
    answers: personView,
    refusals: [
      'person-not-found',
      'access-ended',
      'role-not-of-organisation',
      'last-of-role',
      'idempotency-key-reused',
    ],
    handle: ({ caller, params, body, requestKey }) =>
      changePerson(house, caller, { personId: params.id, change: body }, requestKey),
  }),
  operation({
    id: 'end-access',
    method: 'POST',
    path: '/people/{id}/end',
    tag: 'People',
    summary: 'End the access of a person at once',
    description: 'Sessions and API keys end; what the person did stays. The address may be used again.',
    params: byId,
    answers: personView,
    refusals: ['person-not-found', 'own-access', 'last-of-role', 'idempotency-key-reused'],
    handle: ({ caller, params, requestKey }) => endAccess(house, caller, params.id, requestKey),
  }),
]
