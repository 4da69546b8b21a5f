/**
 * Who may do what: every operation of the API, every role, one page. A role that is not named may not.
 *
 *   all      everybody's          own      what belongs to the own organisation
 *   mandate  what belongs to customers who gave the own organisation a valid mandate
 *
 * What is outside a scope is answered as if it did not exist (404): that a case exists is already somebody's secret.
 */
import type { Actor, Role, Scope } from './modules/people/index.ts'

type Reach = 'all' | 'own' | 'mandate'
type Grants = Readonly<Partial<Record<Role, Reach>>>

const everyone: Grants = {
  'asset-manager': 'own',
  signatory: 'own',
  viewer: 'own',
  'partner-agent': 'own',
  desk: 'own',
  finance: 'own',
  auditor: 'own',
  administrator: 'own',
  receiving: 'own',
}
const readCase: Grants = {
  'asset-manager': 'own',
  signatory: 'own',
  viewer: 'own',
  'partner-agent': 'mandate',
  desk: 'all',
  finance: 'all',
  auditor: 'all',
}
const workOnCase: Grants = { 'asset-manager': 'own', 'partner-agent': 'mandate', desk: 'all' }
const dock: Grants = { receiving: 'all' }

export const permissions = {
  // People
  'sign-in': 'public',
  'sign-out': everyone,
  'read-me': everyone,
  'list-organisations': { desk: 'all', finance: 'all', auditor: 'all', administrator: 'all' },
  'create-organisation': { administrator: 'all' },
  'list-people': { 'asset-manager': 'own', 'partner-agent': 'own', auditor: 'all', administrator: 'all' },
  'add-person': { 'asset-manager': 'own', administrator: 'all' },
  'list-api-keys': everyone,
  'create-api-key': everyone,
  'revoke-api-key': everyone,
  'list-mandates': {
    'asset-manager': 'own',
    'partner-agent': 'mandate',
    desk: 'all',
    auditor: 'all',
    administrator: 'all',
  },
  'grant-mandate': { 'asset-manager': 'own' },
  'revoke-mandate': { 'asset-manager': 'own', administrator: 'all' },
  // Programmes
  'list-programmes': everyone,
  'read-programme': everyone,
  'publish-programme': { administrator: 'all' },
  'download-blank-form': everyone,
  // Orders and money
  'register-order': { 'asset-manager': 'own', 'partner-agent': 'mandate', desk: 'all' },
  'import-orders': { desk: 'all' },
  'list-orders': readCase,
  'read-order': readCase,
  'record-last-shipment': { desk: 'all' },
  'cancel-order': { desk: 'all' },
  'read-ledger': {
    'asset-manager': 'own',
    'partner-agent': 'mandate',
    desk: 'all',
    finance: 'all',
    auditor: 'all',
  },
  // Cases
  'open-case': workOnCase,
  // Who may have to decide an extension must see what it is about.
  'list-cases': { ...readCase, administrator: 'all' },
  'read-case': { ...readCase, administrator: 'all' },
  'list-units': readCase,
  'read-history': readCase,
  'change-unit': workOnCase,
  'waive-unit': { finance: 'all' },
  'ask-extension': workOnCase,
  // Whoever a programme can name as approver; the tier of the request says which of them decides it.
  'decide-extension': { desk: 'all', finance: 'all', administrator: 'all' },
  // Trade-in forms
  'download-form': readCase,
  'upload-form': workOnCase,
  'list-forms': readCase,
  'read-form': readCase,
  'download-form-file': readCase,
  'apply-form': workOnCase,
  // Certificates
  'issue-certificate': workOnCase,
  'list-certificates': readCase,
  'read-certificate': readCase,
  'download-certificate': readCase,
  'submit-signed-certificate': {
    'asset-manager': 'own',
    signatory: 'own',
    'partner-agent': 'mandate',
    desk: 'all',
  },
  'download-signed-certificate': readCase,
  'decide-certificate': { desk: 'all' },
  // Shipping
  'read-shipping-instructions': readCase,
  'download-shipping-instructions': readCase,
  'create-shipment': workOnCase,
  'list-shipments': readCase,
  'download-label': readCase,
  // The dock
  'open-receipt': dock,
  'read-receipt': { receiving: 'all', desk: 'all', auditor: 'all' },
  'scan-device': dock,
  'list-unmatched-goods': { desk: 'all', auditor: 'all' },
  'assign-unmatched-goods': { desk: 'all' },
} as const satisfies Readonly<Record<string, Grants | 'public'>>

export type OperationId = keyof typeof permissions

/** Null: none of the actor's roles may do this at all. */
export function scopeOf(operation: OperationId, actor: Actor): Scope | null {
  const grants: Grants | 'public' = permissions[operation]
  if (grants === 'public') return []
  const customers = new Set<string>()
  let granted = false
  for (const role of actor.roles) {
    const reach = grants[role]
    if (reach === undefined) continue
    granted = true
    if (reach === 'all') return 'all'
    if (reach === 'own') customers.add(actor.organisationId)
    if (reach === 'mandate') for (const customer of actor.mandates) customers.add(customer)
  }
  return granted ? [...customers] : null
}
