import { flagIn, idIn, oneIn, textIn } from '../../app/search-params.ts'

export const waitingParties = ['customer', 'desk', 'dock', 'carrier'] as const
export const dueWindows = ['overdue', 'week', 'month', 'quarter', 'days'] as const
const becauses = [
  'certificate-review',
  'extension-decision',
  'inspection',
  'cure',
  'form-problems',
  'form-apply',
  'form-missing',
  'serials-missing',
  'instructions',
  'shipping',
  'certificate-missing',
  'arrival',
] as const

export interface CaseSearch {
  status?: 'closed' | 'all' | undefined
  sort?: 'newest' | 'exposure' | undefined
  waitingOn?: (typeof waitingParties)[number] | undefined
  because?: (typeof becauses)[number] | undefined
  due?: (typeof dueWindows)[number] | undefined
  dueFrom?: string | undefined
  dueTo?: string | undefined
  /** As the API says it, for links from elsewhere. */
  overdue?: true | undefined
  route?: 'return' | 'destroy' | undefined
  programme?: string | undefined
  customer?: string | undefined
  partner?: string | undefined
  order?: string | undefined
  search?: string | undefined
}

/** What the list of cases is asked for, as it stands in the address. Nothing at all means: open cases by due date. */
export const caseSearch = (raw: Record<string, unknown>): CaseSearch => {
  const status = oneIn(raw, 'status', ['closed', 'all'] as const)
  return {
    status,
    // Most urgent and most at risk are said of open cases only.
    sort: status === undefined ? oneIn(raw, 'sort', ['newest', 'exposure'] as const) : undefined,
    waitingOn: oneIn(raw, 'waitingOn', waitingParties),
    because: oneIn(raw, 'because', becauses),
    due: oneIn(raw, 'due', dueWindows),
    dueFrom: dayIn(raw, 'dueFrom'),
    dueTo: dayIn(raw, 'dueTo'),
    overdue: flagIn(raw, 'overdue'),
    route: oneIn(raw, 'route', ['return', 'destroy'] as const),
    programme: textIn(raw, 'programme'),
    customer: idIn(raw, 'customer'),
    partner: idIn(raw, 'partner'),
    order: idIn(raw, 'order'),
    search: textIn(raw, 'search'),
  }
}

const dayIn = (raw: Record<string, unknown>, name: string): string | undefined => {
  const text = textIn(raw, name)
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
    ? text
    : undefined
}
