import { flagIn, idIn, textIn } from '../../app/search-params.ts'

export interface OrderSearch {
  withoutCase?: true | undefined
  customer?: string | undefined
  programme?: string | undefined
  search?: string | undefined
}

/** What the list of orders is asked for, as it stands in the address. Nothing at all means: all, newest first. */
export const orderSearch = (raw: Record<string, unknown>): OrderSearch => ({
  withoutCase: flagIn(raw, 'withoutCase'),
  customer: idIn(raw, 'customer'),
  programme: textIn(raw, 'programme'),
  search: textIn(raw, 'search'),
})
