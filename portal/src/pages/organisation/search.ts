import { oneIn } from '../../app/search-params.ts'
import { type PeopleSearch, peopleSearch } from '../../subjects/person/search.ts'

export const parts = ['people', 'keys', 'mandates', 'history'] as const
export type Part = (typeof parts)[number]

export interface OrganisationPartSearch extends PeopleSearch {
  /** The people, when it is left out. */
  part?: Part | undefined
}
export const organisationPartSearch = (raw: Record<string, unknown>): OrganisationPartSearch => ({
  ...peopleSearch(raw),
  part: oneIn(raw, 'part', parts),
})
