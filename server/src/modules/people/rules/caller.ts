import type { Author } from '../../../platform/run-command.ts'
import type { Actor, Scope } from './roles.ts'

/** Who asks, and how far this operation reaches for them. */
export interface Caller {
  readonly actor: Actor
  readonly scope: Scope
  readonly by: Author
  /** Whether any role of the caller allows another operation: for the `actions` that answers offer. */
  readonly may: (operation: string) => boolean
  /** The same for what belongs to one customer: a mandate may let see its cases and change none. */
  readonly mayFor: (customerId: string) => (operation: string) => boolean
  /** Every operation that the caller may call at all. */
  readonly permitted: () => readonly string[]
  /** What the credential was, so that signing out can end it. */
  readonly credential: { readonly kind: 'session' | 'api-key' | 'none'; readonly hash: Buffer }
}

export const authorOf = (actor: Actor): Author => ({
  person: actor.personId,
  organisation: actor.organisationId,
  via: 'api',
})

/** As a query parameter: null reaches everything, an array those customers. */
export const scopeValue = (scope: Scope): readonly string[] | null => (scope === 'all' ? null : scope)
/** The same for a list that may be asked for one customer alone. */
export const customersOf = (scope: Scope, customer: string | undefined): readonly string[] | null =>
  customer === undefined ? scopeValue(scope) : reaches(scope, customer) ? [customer] : []
export const reaches = (scope: Scope, customerId: string): boolean =>
  scope === 'all' || scope.includes(customerId)

/** Jobs and the command line act as the system: everywhere, under that name. */
export const systemCaller: Pick<Caller, 'scope' | 'by'> = {
  scope: 'all',
  by: { person: null, organisation: null, via: 'system' },
}
