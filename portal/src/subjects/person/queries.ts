import { answerOf, api, type Schema } from '../../api/client.ts'
import type { PeopleSearch } from './search.ts'

export type Organisation = Schema['Organisation']
export type Person = Schema['Person']
export type Invitation = Schema['Invitation']

export const peopleKey = (organisationId: string) => ['people', organisationId] as const
export const invitationsKey = (organisationId: string) => ['invitations', organisationId] as const
/** What changes with the people of an organisation: its version and history too. */
export const touchedByPeople = (organisationId: string) =>
  [['people'], invitationsKey(organisationId), ['organisation', organisationId]] as const

const PAGE = 100

export const loadPeople = (id: string, search: PeopleSearch, cursor: string | undefined) =>
  answerOf(
    api.GET('/organisations/{id}/people', {
      params: { path: { id }, query: { ...filtersOf(search), cursor, limit: PAGE } },
    }),
  )
export const loadAllPeople = (search: PeopleSearch, cursor: string | undefined) =>
  answerOf(api.GET('/people', { params: { query: { ...filtersOf(search), cursor, limit: PAGE } } }))
export const loadInvitations = (id: string, cursor: string | undefined) =>
  answerOf(
    api.GET('/organisations/{id}/invitations', { params: { path: { id }, query: { cursor, limit: PAGE } } }),
  )

export const found = (search: string | undefined): { search?: string } =>
  search === undefined || search.trim() === '' ? {} : { search: search.trim().slice(0, 100) }

const filtersOf = ({ search, who }: PeopleSearch) =>
  ({ ...found(search), access: who === 'left' ? 'ended' : 'current' }) as const
