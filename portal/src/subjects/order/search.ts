import { flagIn, textIn } from '../../app/search-params.ts'

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

/** An id in the address; what is none is not sent, where it would be refused with the whole page. */
export const idIn = (raw: Record<string, unknown>, name: string): string | undefined => {
  const text = textIn(raw, name)
  return text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text : undefined
}
