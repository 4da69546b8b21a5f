import {
  IconBooks,
  IconBriefcase,
  IconBuilding,
  IconCalculator,
  IconCalendarDue,
  IconChartBar,
  IconCoins,
  IconFileText,
  IconHistory,
  IconListCheck,
  IconPackages,
  IconScan,
  IconShieldCheck,
  IconTicket,
  IconUsers,
} from '@tabler/icons-react'
import type { TextKey } from '../messages/index.ts'
import type { Me } from './session.ts'

export interface Place {
  readonly to:
    | '/owed'
    | '/portfolio'
    | '/queue'
    | '/dock'
    | '/exposure'
    | '/cases'
    | '/orders'
    | '/calculator'
    | '/goods'
    | '/charge-backs'
    | '/mandates'
    | '/people'
    | '/organisations'
    | '/programmes'
    | '/seals'
  readonly text: TextKey
  readonly icon: typeof IconTicket
  /** Shown to whoever may do this … */
  readonly needs: string
  /** … and belongs to one of these kinds of organisation or roles, where that is not enough to say. */
  readonly only?: (me: Me) => boolean
}

const kind =
  (...kinds: Me['organisation']['kind'][]) =>
  ({ organisation }: Me): boolean =>
    kinds.includes(organisation.kind)
const role =
  (...roles: Me['roles'][number][]) =>
  (me: Me): boolean =>
    roles.some((one) => me.roles.includes(one))

/** Everything that can be reached from the side, in the order in which a person needs it. The first one is the start. */
const places: readonly Place[] = [
  {
    to: '/portfolio',
    text: 'shell.portfolio',
    icon: IconBriefcase,
    needs: 'list-portfolio',
    only: kind('partner'),
  },
  {
    to: '/owed',
    text: 'shell.owed',
    icon: IconCalendarDue,
    needs: 'read-owed',
    only: kind('customer', 'partner'),
  },
  { to: '/queue', text: 'shell.queue', icon: IconListCheck, needs: 'list-queue', only: role('desk') },
  { to: '/dock', text: 'shell.dock', icon: IconScan, needs: 'scan-device' },
  {
    to: '/exposure',
    text: 'shell.exposure',
    icon: IconChartBar,
    needs: 'read-exposure',
    only: kind('vendor'),
  },
  { to: '/charge-backs', text: 'shell.charge-backs', icon: IconCoins, needs: 'list-charge-backs' },
  { to: '/cases', text: 'shell.cases', icon: IconTicket, needs: 'list-cases' },
  { to: '/orders', text: 'shell.orders', icon: IconFileText, needs: 'list-orders' },
  {
    to: '/calculator',
    text: 'shell.calculator',
    icon: IconCalculator,
    needs: 'calculate-credit',
    only: kind('customer', 'partner', 'vendor'),
  },
  { to: '/goods', text: 'shell.goods', icon: IconPackages, needs: 'list-unmatched-goods' },
  { to: '/mandates', text: 'shell.mandates', icon: IconShieldCheck, needs: 'list-mandates' },
  {
    to: '/people',
    text: 'shell.people',
    icon: IconUsers,
    needs: 'list-people',
    only: kind('customer', 'partner'),
  },
  { to: '/organisations', text: 'shell.organisations', icon: IconBuilding, needs: 'list-organisations' },
  {
    to: '/programmes',
    text: 'shell.programmes',
    icon: IconBooks,
    needs: 'list-programmes',
    only: kind('vendor'),
  },
  { to: '/seals', text: 'shell.seals', icon: IconHistory, needs: 'list-seals' },
]

export const placesOf = (me: Me): Place[] =>
  places.filter(({ needs, only }) => me.permissions.includes(needs) && (only?.(me) ?? true))
