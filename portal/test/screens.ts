/** Every screen of the portal, once: held against axe by screens.test.ts, and taken pictures of by take-pictures.ts. */
import type { Client } from '../../server/test/house.ts'
import type { Person, Visit } from './visit.ts'

export interface Screen {
  /** Names its picture. */
  readonly name: string
  /** As its route.ts says; every route of the portal must be here. */
  readonly route: string
  /** Who looks at it; nobody is signed in when left out. */
  readonly person?: Person
  readonly path: string | ((as: (person: Person) => Promise<Client>) => Promise<string>)
  /** What a person does before there is something to see. */
  readonly prepare?: (visit: Visit) => Promise<void>
  /** What the browser says about what this screen is meant to show. */
  readonly expected?: RegExp
  /** Of its picture in docs/guides, in CSS pixels; 1280 when left out. */
  readonly guideWidth?: number
}

type CaseView = Readonly<Record<string, unknown>> & { readonly id: string }

/** The address of a part of the newest case that is as wished, among those this person sees. */
const inCase =
  (person: Person, isRight: (view: CaseView) => boolean, part = ''): Exclude<Screen['path'], string> =>
  async (as) => {
    const { body } = await (await as(person)).get('/cases?limit=100')
    const found = (body.items as CaseView[]).find(isRight)
    if (found === undefined) throw new Error(`no sample case for ${part || 'its devices'}`)
    return `/cases/${found.id}${part}`
  }
const has =
  (count: string) =>
  (view: CaseView): boolean =>
    Number(view[count]) > 0

const isOpen = (view: CaseView): boolean => view['status'] === 'open'

/** The address of the first thing in a list of the API. */
const firstOf =
  (person: Person, list: string, address: (item: Readonly<Record<string, string>>) => string) =>
  async (as: (person: Person) => Promise<Client>): Promise<string> => {
    const { body } = await (await as(person)).get(list)
    if (body.items?.[0] === undefined) throw new Error(`${list} is empty`)
    return address(body.items[0])
  }

export const screens: readonly Screen[] = [
  { name: 'sign-in', route: '/sign-in', path: '/sign-in' },
  {
    name: 'sign-in-refused',
    route: '/sign-in',
    path: '/sign-in',
    prepare: async ({ page, t }) => {
      await page.getByLabel(t('sign-in.email')).fill('nobody@rheinnetz.example')
      await page.getByLabel(t('sign-in.password'), { exact: true }).fill('not-the-password')
      await page.getByRole('button', { name: t('sign-in.submit'), exact: true }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  { name: 'invitation-without-code', route: '/invitation', path: '/invitation' },
  { name: 'account', route: '/account', person: 'customer', path: '/account' },
  { name: 'nothing-here', route: '/$', person: 'customer', path: '/no/such/screen' },
  {
    name: 'gone-case',
    route: '/cases/$caseId',
    // Somebody with no other screen here: what is expected of this one is not forgiven to others.
    person: 'viewer',
    path: '/cases/TM-00000-00000',
    // React and the router log what they hand to the screen that says so.
    expected: /^console /,
  },

  { name: 'owed', route: '/owed', person: 'customer', path: '/owed' },
  { name: 'owed-nothing', route: '/owed', person: 'otherCustomer', path: '/owed' },
  { name: 'cases', route: '/cases', person: 'customer', path: '/cases' },
  { name: 'cases-of-all', route: '/cases', person: 'desk', path: '/cases' },
  { name: 'new-case', route: '/cases/new', person: 'customer', path: '/cases/new' },
  { name: 'orders', route: '/orders', person: 'customer', path: '/orders' },
  { name: 'new-order', route: '/orders/new', person: 'customer', path: '/orders/new' },
  {
    name: 'order',
    route: '/orders/$orderId',
    person: 'customer',
    path: firstOf('customer', '/orders?limit=1', ({ id }) => `/orders/${id}`),
  },
  {
    name: 'order-of-finance',
    route: '/orders/$orderId',
    person: 'finance',
    path: firstOf('finance', '/orders?limit=1', ({ id }) => `/orders/${id}`),
  },
  { name: 'calculator', route: '/calculator', person: 'customer', path: '/calculator' },
  { name: 'mandates', route: '/mandates', person: 'customer', path: '/mandates' },
  { name: 'mandates-of-partner', route: '/mandates', person: 'partner', path: '/mandates' },
  { name: 'people', route: '/people', person: 'customer', path: '/people' },
  { name: 'search-empty', route: '/search', person: 'desk', path: '/search' },
  { name: 'search', route: '/search', person: 'desk', path: '/search?q=Rheinnetz' },
  { name: 'search-nothing', route: '/search', person: 'desk', path: '/search?q=nowhere-to-be-found' },

  {
    name: 'case-devices',
    route: '/cases/$caseId',
    person: 'customer',
    path: inCase('customer', isOpen),
  },
  {
    name: 'case-devices-closed',
    route: '/cases/$caseId',
    person: 'customer',
    path: inCase('customer', (view) => !isOpen(view)),
  },
  {
    name: 'case-devices-of-desk',
    route: '/cases/$caseId',
    person: 'desk',
    path: inCase('desk', isOpen),
  },
  {
    name: 'case-forms',
    route: '/cases/$caseId/forms',
    person: 'customer',
    path: inCase('customer', has('forms'), '/forms'),
  },
  {
    name: 'case-forms-none',
    route: '/cases/$caseId/forms',
    person: 'customer',
    path: inCase('customer', (view) => isOpen(view) && !has('forms')(view), '/forms'),
  },
  {
    name: 'case-certificates',
    route: '/cases/$caseId/certificates',
    person: 'customer',
    path: inCase('customer', has('certificates'), '/certificates'),
  },
  {
    name: 'case-shipping',
    route: '/cases/$caseId/shipping',
    person: 'customer',
    path: inCase('customer', has('shipments'), '/shipping'),
  },
  {
    name: 'case-time',
    route: '/cases/$caseId/time',
    person: 'customer',
    path: inCase('customer', has('extensions'), '/time'),
  },
  {
    name: 'case-messages',
    route: '/cases/$caseId/messages',
    person: 'customer',
    path: inCase('customer', has('messages'), '/messages'),
  },
  {
    name: 'case-messages-of-desk',
    route: '/cases/$caseId/messages',
    person: 'desk',
    path: inCase('desk', has('messages'), '/messages'),
  },
  {
    name: 'case-history',
    route: '/cases/$caseId/history',
    person: 'customer',
    path: inCase('customer', isOpen, '/history'),
  },
  {
    name: 'case-history-of-auditor',
    route: '/cases/$caseId/history',
    person: 'auditor',
    path: inCase('auditor', isOpen, '/history'),
  },

  { name: 'portfolio', route: '/portfolio', person: 'partner', path: '/portfolio' },

  { name: 'queue', route: '/queue', person: 'desk', path: '/queue' },
  {
    name: 'certificate-review',
    route: '/review/certificates/$caseId/$number',
    person: 'desk',
    path: async (as) => {
      const desk = await as('desk')
      const cases = await desk.get('/cases?limit=100')
      for (const { id, certificates } of cases.body.items) {
        if (certificates === 0) continue
        const { body } = await desk.get(`/cases/${id}/certificates`)
        const submitted = body.items.find(({ state }: { state: string }) => state === 'submitted')
        if (submitted !== undefined) return `/review/certificates/${id}/${submitted.number}`
      }
      throw new Error('no sample case with a certificate to decide')
    },
  },
  {
    name: 'form-review',
    route: '/review/forms/$caseId/$version',
    person: 'desk',
    path: async (as) => {
      const { body } = await (await as('desk')).get('/cases?limit=100')
      const found = body.items.find(has('forms'))
      if (found === undefined) throw new Error('no sample case with a form')
      return `/review/forms/${found.id}/${found.formWaiting ?? found.forms}`
    },
  },
  { name: 'goods', route: '/goods', person: 'desk', path: '/goods' },
  { name: 'dock', route: '/dock', person: 'dock', path: '/dock', guideWidth: 390 },

  { name: 'exposure', route: '/exposure', person: 'finance', path: '/exposure' },
  { name: 'charge-backs', route: '/charge-backs', person: 'finance', path: '/charge-backs' },
  { name: 'seals', route: '/seals', person: 'auditor', path: '/seals' },

  { name: 'organisations', route: '/organisations', person: 'administrator', path: '/organisations' },
  {
    name: 'organisation',
    route: '/organisations/$organisationId',
    person: 'administrator',
    path: firstOf('administrator', '/organisations?limit=1', ({ id }) => `/organisations/${id}`),
  },
  { name: 'people-of-all', route: '/people', person: 'administrator', path: '/people' },
  { name: 'programmes', route: '/programmes', person: 'administrator', path: '/programmes' },
  {
    name: 'programme',
    route: '/programmes/$programmeId',
    person: 'administrator',
    path: firstOf('administrator', '/programmes', ({ id }) => `/programmes/${id}`),
  },
]

export const pathOf = async (screen: Screen, as: (person: Person) => Promise<Client>): Promise<string> =>
  typeof screen.path === 'string' ? screen.path : screen.path(as)
