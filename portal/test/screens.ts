/**
 * Every screen of the portal, once, and what can lie over it: held against axe by screens.test.ts, and taken pictures of
 * by take-pictures.ts. Whole, because what is missing in a list is seen only in the list.
 */
import type { Client } from '../../server/test/house.ts'
import type { TextKey } from '../src/messages/index.ts'
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
  /** The heading at which that picture begins; the top of the page when left out. */
  readonly guideAt?: TextKey
}

type CaseView = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly actions: readonly string[]
  readonly waitingOn: { readonly because: string; readonly overdue: boolean }
}

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
const offers =
  (action: string) =>
  ({ actions }: CaseView): boolean =>
    actions.includes(action)
const waitsFor =
  (because: string) =>
  ({ waitingOn }: CaseView): boolean =>
    waitingOn.because === because

/** The address of the first thing in a list of the API. */
const firstOf =
  (person: Person, list: string, address: (item: Readonly<Record<string, string>>) => string) =>
  async (as: (person: Person) => Promise<Client>): Promise<string> => {
    const { body } = await (await as(person)).get(list)
    if (body.items?.[0] === undefined) throw new Error(`${list} is empty`)
    return address(body.items[0])
  }

/** The address for the first order of the customer that still has devices in no case. */
const firstFree =
  (address: (order: { readonly id: string }) => string) =>
  async (as: (person: Person) => Promise<Client>): Promise<string> => {
    const { body } = await (await as('customer')).get('/orders?limit=100')
    const found = body.items.find(({ freeUnits }: { freeUnits: number }) => freeUnits > 0)
    if (found === undefined) throw new Error('no sample order is free')
    return address(found)
  }

const press =
  (name: TextKey) =>
  async ({ page, t }: Visit): Promise<void> => {
    await page
      .getByRole('button', { name: t(name, { caseId: '' }).trim() })
      .first()
      .click()
    await page.getByRole('dialog').waitFor()
  }

/** A receipt of its own, so that no other screen finds it changed. */
const newReceipt = async (as: (person: Person) => Promise<Client>): Promise<string> => {
  const { body } = await (await as('dock')).post('/receipts', { site: 'austin', reference: 'TR-8012' })
  return `/dock?receipt=${body.id}`
}

/** As the scanner does. Devices that came in once are not expected again, so each language has its own. */
const scan =
  (serials: Readonly<Record<string, string>>, word: TextKey) =>
  async ({ page, t }: Visit): Promise<void> => {
    await page.getByRole('heading', { name: t('dock.ready') }).waitFor()
    await page.keyboard.type(serials[await page.evaluate(() => document.documentElement.lang)] ?? '')
    await page.keyboard.press('Enter')
    await page
      .getByRole('alert')
      .getByRole('heading', { name: t(word) })
      .waitFor()
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
  {
    name: 'invitation',
    route: '/invitation',
    path: async (as) => {
      const customer = await as('otherCustomer')
      const { body: me } = await customer.get('/me')
      const { body } = await customer.post(`/organisations/${me.organisation.id}/invitations`, {
        email: `${Date.now()}@greatlakes.example`,
        name: 'Nora Newcomer',
        language: 'en',
        roles: ['viewer'],
      })
      return `/invitation#${body.token}`
    },
  },
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
  { name: 'owed-of-partner', route: '/owed', person: 'partner', path: '/owed' },
  { name: 'cases', route: '/cases', person: 'customer', path: '/cases' },
  { name: 'cases-of-all', route: '/cases', person: 'desk', path: '/cases' },
  { name: 'cases-of-partner', route: '/cases', person: 'partner', path: '/cases' },
  { name: 'cases-none', route: '/cases', person: 'desk', path: '/cases?search=nowhere-to-be-found' },
  { name: 'cases-overdue', route: '/cases', person: 'finance', path: '/cases?overdue=true' },
  { name: 'new-case', route: '/cases/new', person: 'customer', path: '/cases/new' },
  {
    name: 'new-case-of-order',
    route: '/cases/new',
    person: 'customer',
    path: firstFree(({ id }) => `/cases/new?order=${id}`),
  },
  { name: 'orders', route: '/orders', person: 'customer', path: '/orders' },
  { name: 'new-order', route: '/orders/new', person: 'customer', path: '/orders/new' },
  {
    name: 'new-order-form',
    route: '/orders/new',
    person: 'customer',
    path: '/orders/new',
    prepare: async ({ page, t }) => {
      await page.getByLabel(t('orders.number-of-vendor')).fill('SO-900001')
      await page.getByRole('button', { name: t('orders.look'), exact: true }).click()
      await page.getByRole('combobox', { name: t('cases.programme') }).waitFor()
    },
  },
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
  {
    name: 'calculator-of-order',
    route: '/calculator',
    person: 'customer',
    path: firstFree(({ id }) => `/calculator?order=${id}`),
  },
  { name: 'mandates', route: '/mandates', person: 'customer', path: '/mandates' },
  {
    name: 'mandate-dialog',
    route: '/mandates',
    person: 'customer',
    path: '/mandates',
    prepare: press('people.grant'),
  },
  { name: 'mandates-of-partner', route: '/mandates', person: 'partner', path: '/mandates' },
  { name: 'people', route: '/people', person: 'customer', path: '/people' },
  {
    name: 'invite-dialog',
    route: '/people',
    person: 'customer',
    path: '/people',
    prepare: press('people.invite'),
  },
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
    name: 'case-devices-to-name',
    route: '/cases/$caseId',
    person: 'customer',
    path: inCase('customer', (view) => waitsFor('form-missing')(view) && !view.waitingOn.overdue),
    prepare: async ({ page, t }) => {
      await page
        .getByRole('textbox', { name: t('cases.serial-of', { row: 1, sku: '' }).trim() })
        .fill('JN12X90417AFC')
      await page.getByRole('button', { name: t('cases.save', { count: 1 }) }).waitFor()
    },
  },
  {
    name: 'case-devices-of-finance',
    route: '/cases/$caseId',
    person: 'finance',
    path: inCase('finance', offers('propose-charge-back')),
  },
  {
    name: 'waive-dialog',
    route: '/cases/$caseId',
    person: 'finance',
    path: inCase('finance', offers('propose-charge-back')),
    prepare: async (visit) => {
      const { page, t } = visit
      await page.getByRole('checkbox', { name: t('cases.select-row', { row: 1 }), exact: true }).click()
      await press('cases.waive')(visit)
    },
  },
  {
    name: 'charge-back-dialog',
    route: '/cases/$caseId',
    person: 'finance',
    path: inCase('finance', offers('propose-charge-back')),
    prepare: press('money.propose'),
  },
  {
    name: 'case-charge-back-proposed',
    route: '/cases/$caseId',
    person: 'finance',
    path: inCase('finance', has('chargeBackWaiting')),
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
    name: 'case-forms-problems',
    route: '/cases/$caseId/forms',
    person: 'customer',
    path: inCase('customer', waitsFor('form-problems'), '/forms'),
    guideAt: 'documents.understood',
  },
  {
    name: 'case-forms-to-apply',
    route: '/cases/$caseId/forms',
    person: 'customer',
    path: inCase('customer', waitsFor('form-apply'), '/forms'),
  },
  {
    name: 'case-certificates-rejected',
    route: '/cases/$caseId/certificates',
    person: 'partner',
    path: inCase('partner', (view) => has('certificates')(view) && isOpen(view), '/certificates'),
    guideAt: 'documents.certificates',
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
    name: 'case-shipping-to-do',
    route: '/cases/$caseId/shipping',
    person: 'otherCustomer',
    path: inCase('otherCustomer', offers('create-shipment'), '/shipping'),
  },
  {
    name: 'case-time-to-ask',
    route: '/cases/$caseId/time',
    person: 'customer',
    path: inCase('customer', (view) => offers('ask-extension')(view) && !view.waitingOn.overdue, '/time'),
    guideAt: 'documents.due',
  },
  {
    name: 'case-time-of-desk',
    route: '/cases/$caseId/time',
    person: 'desk',
    path: inCase('desk', offers('decide-extension'), '/time'),
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
    path: inCase('auditor', (view) => isOpen(view) && has('extensions')(view), '/history'),
    prepare: async ({ page, t }) => {
      await page.getByRole('button', { name: t('history.verify') }).click()
      await page.getByText(t('history.verified')).waitFor()
    },
    guideAt: 'history.title',
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
  {
    name: 'goods-suggestions',
    route: '/goods',
    person: 'desk',
    path: '/goods',
    prepare: async ({ page, t }) => {
      await page
        .getByRole('button', { name: t('desk.whose') })
        .first()
        .click()
      await page
        .getByRole('heading', { name: t('desk.look-up') })
        .first()
        .waitFor()
    },
  },
  { name: 'goods-assigned', route: '/goods', person: 'auditor', path: '/goods?status=resolved' },
  { name: 'dock', route: '/dock', person: 'dock', path: '/dock', guideWidth: 820 },
  { name: 'dock-ready', route: '/dock', person: 'dock', path: newReceipt, guideWidth: 820 },
  {
    name: 'dock-green',
    route: '/dock',
    person: 'dock',
    path: newReceipt,
    prepare: scan({ en: 'CAF06002', de: 'CAF06003' }, 'dock.word-green'),
    guideWidth: 820,
  },
  {
    name: 'dock-red',
    route: '/dock',
    person: 'dock',
    path: newReceipt,
    prepare: scan({ en: 'XZ99820011', de: 'XZ99820012' }, 'dock.word-red'),
    guideWidth: 820,
  },
  {
    name: 'dock-record',
    route: '/dock',
    person: 'dock',
    path: async (as) => {
      const { body } = await (await as('dock')).get('/receipts?limit=100')
      const closed = body.items.find(({ closedAt }: { closedAt: string | null }) => closedAt !== null)
      if (closed === undefined) throw new Error('no sample receipt is closed')
      return `/dock?receipt=${closed.id}`
    },
  },

  {
    name: 'exposure',
    route: '/exposure',
    person: 'finance',
    path: '/exposure',
    // The chart is loaded after the figures.
    prepare: ({ page }) => page.locator('svg path[fill]').first().waitFor(),
  },
  { name: 'exposure-none', route: '/exposure', person: 'finance', path: '/exposure?from=2090-01&to=2090-06' },
  {
    name: 'charge-backs-decided',
    route: '/charge-backs',
    person: 'finance',
    path: '/charge-backs?state=decided',
  },
  { name: 'charge-backs', route: '/charge-backs', person: 'finance', path: '/charge-backs' },
  {
    name: 'charge-back-decide',
    route: '/charge-backs',
    person: 'secondFinance',
    path: '/charge-backs',
    prepare: press('money.decide-one'),
  },
  { name: 'seals', route: '/seals', person: 'auditor', path: '/seals' },

  { name: 'organisations', route: '/organisations', person: 'administrator', path: '/organisations' },
  {
    name: 'organisation',
    route: '/organisations/$organisationId',
    person: 'administrator',
    path: firstOf('administrator', '/organisations?limit=1', ({ id }) => `/organisations/${id}`),
  },
  ...(['keys', 'mandates', 'history'] as const).map((part) => ({
    name: `organisation-${part}`,
    route: '/organisations/$organisationId',
    person: 'administrator' as const,
    path: firstOf('administrator', '/organisations?limit=1', ({ id }) => `/organisations/${id}?part=${part}`),
  })),
  { name: 'people-of-all', route: '/people', person: 'administrator', path: '/people' },
  { name: 'programmes', route: '/programmes', person: 'administrator', path: '/programmes' },
  {
    name: 'programme',
    route: '/programmes/$programmeId',
    person: 'administrator',
    path: firstOf('administrator', '/programmes', ({ id }) => `/programmes/${id}`),
  },
  {
    name: 'programme-difference',
    route: '/programmes/$programmeId',
    person: 'administrator',
    path: '/programmes/northlake-renew?part=versions&from=2025.1&to=2026.1',
  },
  {
    name: 'programme-publish',
    route: '/programmes/$programmeId',
    person: 'administrator',
    path: '/programmes/northlake-renew?part=publish',
  },
]

export const pathOf = async (screen: Screen, as: (person: Person) => Promise<Client>): Promise<string> =>
  typeof screen.path === 'string' ? screen.path : screen.path(as)
