/** A programme's rules in words, for those who follow them, and the names of their parts. */
export const rules = {
  // Who asks for more time, and who decides
  'asker-customer': 'the customer',
  'asker-partner': 'any partner with a mandate',
  'asker-ordering-partner': 'the partner who ordered',
  'approver-desk': 'the programme desk',
  'approver-finance': 'finance',
  'approver-administrator': 'the administrator',
  'extension-none': 'The programme extends no due date.',
  'extension-askers': 'More time may be asked for by: {askers}.',
  'extension-limits':
    'Not beyond {maximum} after the first due date, and at most {howMany, plural, one {once} other {# times}} for an order.',
  'extension-tier':
    'Up to {days, plural, one {# day} other {# days}} after the first due date: decided by {approvers}.',
  'extension-tier-open': 'Longer requests: decided by {approvers}.',
  'extension-tier-only': 'Decided by {approvers}.',
  'extension-late-refused': 'A request after the due date is refused.',
  'extension-late-same-tier': 'A request after the due date is decided like any other.',
  'extension-late-next-tier': 'A request after the due date goes one level higher.',
  'extension-late-last-tier': 'A request after the due date goes to the highest level.',

  // How the new equipment is bought
  'consumption-perpetual': 'Bought for good',
  'consumption-flex':
    'Flex subscription{tier, select, none {} other {, {tier}}}{term, select, none {} other {, {term}}}',

  // Parts of the rules, above what differs between two versions
  'part-name': 'Name and description',
  'part-contact': 'Contact',
  'part-currencies': 'Currencies',
  'part-catalogue': 'Catalogue of devices',
  'part-phases': 'Phases',
  'part-calendar': 'Working days and holidays',
  'part-clock': 'Due dates',
  'part-extensions': 'Extensions',
  'part-reminders': 'Reminders',
  'part-grace': 'Grace period',
  'part-service-levels': 'Service levels',
  'part-registration': 'Registration',
  'part-return': 'Route: return',
  'part-destroy': 'Route: destruction',
  'part-credit-table': 'Credit table',
  'part-credit': 'Credits',
  'part-sites': 'Receiving sites',
  'part-shipping': 'Shipping',
  'part-unmatched-goods': 'Unmatched goods',
  'part-rejection-reasons': 'Rejection reasons',
} as const
