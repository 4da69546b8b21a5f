import { oneIn, textIn } from '../../app/search-params.ts'

export interface PeopleSearch {
  search?: string | undefined
  /** Those who left; nothing means those who have access. */
  who?: 'left' | undefined
}
export const peopleSearch = (raw: Record<string, unknown>): PeopleSearch => ({
  search: textIn(raw, 'search'),
  who: oneIn(raw, 'who', ['left'] as const),
})
