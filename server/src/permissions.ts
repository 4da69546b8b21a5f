/**
 * Who may do what: every operation of the API, every role, one page. A role that is not named may not.
 *
 *   all              everybody's          own   what belongs to the own organisation
 *   mandate          what belongs to customers whose valid mandate lets the own organisation act: for what changes
 *   reading-mandate  and to those whose valid mandate only lets it look: for what reads
 *
 * What is outside a scope is answered as if it did not exist (404): that a case exists is already somebody's secret.
 */
import type { Actor, Role, Scope } from './modules/people/index.ts'

type Reach = 'all' | 'own' | 'mandate' | 'reading-mandate'
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
  'partner-agent': 'reading-mandate',
  desk: 'all',
  finance: 'all',
  auditor: 'all',
}
const keepPeople: Grants = { 'asset-manager': 'own', 'partner-agent': 'own', administrator: 'all' }
const seePeople: Grants = { ...keepPeople, auditor: 'all' }
const readRules: Grants = { desk: 'all', finance: 'all', auditor: 'all', administrator: 'all' }
const workOnCase: Grants = { 'asset-manager': 'own', 'partner-agent': 'mandate', desk: 'all' }
/** A dock works on the receipts of its own contractor. */
const readChargeBacks: Grants = { desk: 'all', finance: 'all', auditor: 'all', administrator: 'all' }
const dock: Grants = { receiving: 'own' }
const seeDock: Grants = { receiving: 'own', desk: 'all', auditor: 'all' }
const writeInThread: Grants = { ...workOnCase, signatory: 'own', finance: 'all' }

export const permissions = {
  // People
  'sign-in': 'public',
  'sign-out': everyone,
  'read-me': everyone,
  'change-me': everyone,
  'change-password': everyone,
  // A partner finds there the customers whose mandate it has.
  'list-organisations': {
    'partner-agent': 'reading-mandate',
    desk: 'all',
    finance: 'all',
    auditor: 'all',
    administrator: 'all',
  },
  'read-organisation': { ...everyone, desk: 'all', finance: 'all', auditor: 'all', administrator: 'all' },
  'create-organisation': { administrator: 'all' },
  'change-organisation': { administrator: 'all' },
  'list-people': seePeople,
  'list-all-people': { auditor: 'all', administrator: 'all' },
  'add-person': { 'asset-manager': 'own', administrator: 'all' },
  'change-person': { 'asset-manager': 'own', administrator: 'all' },
  'end-access': keepPeople,
  'invite-person': keepPeople,
  'list-invitations': seePeople,
  'withdraw-invitation': keepPeople,
  'read-invitation': 'public',
  'accept-invitation': 'public',
  'list-api-keys': everyone,
  'create-api-key': everyone,
  'revoke-api-key': everyone,
  'list-organisation-api-keys': { 'asset-manager': 'own', auditor: 'all', administrator: 'all' },
  'revoke-organisation-api-key': { 'asset-manager': 'own', administrator: 'all' },
  // To a partner those that it was given, also when they are over.
  'list-mandates': {
    'asset-manager': 'own',
    'partner-agent': 'own',
    desk: 'all',
    auditor: 'all',
    administrator: 'all',
  },
  'grant-mandate': { 'asset-manager': 'own' },
  'change-mandate': { 'asset-manager': 'own' },
  'revoke-mandate': { 'asset-manager': 'own', administrator: 'all' },
  // Programmes
  'list-programmes': everyone,
  'read-programme': everyone,
  'read-programme-choices': everyone,
  'search-catalogue': everyone,
  'calculate-credit': everyone,
  'list-programme-versions': readRules,
  'read-programme-difference': readRules,
  'preview-programme': { administrator: 'all' },
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
    'partner-agent': 'reading-mandate',
    desk: 'all',
    finance: 'all',
    auditor: 'all',
  },
  'read-exposure': {
    'asset-manager': 'own',
    'partner-agent': 'reading-mandate',
    desk: 'all',
    finance: 'all',
    auditor: 'all',
    administrator: 'all',
  },
  // Never by one person alone: who proposed it is refused the decision, whatever the role.
  'propose-charge-back': { finance: 'all' },
  'decide-charge-back': { finance: 'all' },
  'list-charge-backs': readChargeBacks,
  'list-case-charge-backs': readChargeBacks,
  // Cases
  'open-case': workOnCase,
  // Who may have to decide an extension must see what it is about.
  'list-cases': { ...readCase, administrator: 'all' },
  'read-case': { ...readCase, administrator: 'all' },
  'read-owed': readCase,
  search: { ...readCase, administrator: 'all' },
  // What each of them sees in it is what they may do.
  'list-queue': { desk: 'all', finance: 'all', administrator: 'all' },
  'list-portfolio': readCase,
  'list-units': readCase,
  'change-unit': workOnCase,
  'change-units': workOnCase,
  'waive-units': { finance: 'all' },
  'ask-extension': workOnCase,
  'read-extension-offer': workOnCase,
  'list-extensions': { ...readCase, administrator: 'all' },
  // Whoever a programme can name as approver; the tier of the request says which of them decides it.
  'decide-extension': { desk: 'all', finance: 'all', administrator: 'all' },
  'list-attachments': readCase,
  'add-attachment': writeInThread,
  'download-attachment': readCase,
  'list-messages': readCase,
  'post-message': writeInThread,
  'settle-thread': { desk: 'all' },
  // Trade-in forms
  'download-form': readCase,
  'upload-form': workOnCase,
  'list-forms': readCase,
  'read-form': readCase,
  'download-form-file': readCase,
  'download-marked-form': readCase,
  'read-form-sheet': readCase,
  'confirm-form-columns': workOnCase,
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
  'read-signed-document-page': readCase,
  'decide-certificate': { desk: 'all' },
  // Shipping
  'read-shipping-instructions': readCase,
  'download-shipping-instructions': readCase,
  'create-shipment': workOnCase,
  'list-shipments': readCase,
  'download-label': readCase,
  // The dock
  'open-receipt': dock,
  'list-sites': seeDock,
  'list-receipts': seeDock,
  'close-receipt': dock,
  'read-receipt': seeDock,
  'scan-device': dock,
  'add-photo': dock,
  'read-photo': seeDock,
  'list-unmatched-goods': { desk: 'all', auditor: 'all' },
  'suggest-unmatched-goods': { desk: 'all' },
  'assign-unmatched-goods': { desk: 'all' },
  // History and its proof
  'read-history': readCase,
  'read-history-entry': readCase,
  'read-order-history': readCase,
  'read-order-history-entry': readCase,
  'read-organisation-history': { auditor: 'all', administrator: 'all' },
  'verify-case-history': {
    'asset-manager': 'own',
    'partner-agent': 'reading-mandate',
    desk: 'all',
    finance: 'all',
    auditor: 'all',
  },
  'list-seals': { auditor: 'all', administrator: 'all' },
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
    if (reach === 'mandate' || reach === 'reading-mandate')
      for (const customer of actor.mandates) customers.add(customer)
    if (reach === 'reading-mandate') for (const customer of actor.readingMandates) customers.add(customer)
  }
  return granted ? [...customers] : null
}
