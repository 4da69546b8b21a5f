import { oneIn, textIn } from '../../app/search-params.ts'

export const kinds = ['customer', 'partner', 'vendor', 'receiver'] as const

export interface OrganisationSearch {
  search?: string | undefined
  kind?: (typeof kinds)[number] | undefined
}
export const organisationSearch = (raw: Record<string, unknown>): OrganisationSearch => ({
  search: textIn(raw, 'search'),
  kind: oneIn(raw, 'kind', kinds),
})
