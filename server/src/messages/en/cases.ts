export const cases = {
  waiting: 'Waiting on {who}, because {reason}.',
  'waiting-until': 'Waiting on {who} until {until}, because {reason}.',
  'waiting-overdue': 'Overdue, due date was {until}: waiting on {who}, because {reason}.',
  'party-customer': 'the customer',
  'party-you': 'you',
  'party-desk': 'the programme desk',
  'party-dock': 'the receiving dock',
  'party-carrier': 'the carrier',
  'party-nobody': 'nobody',
  'because-closed': 'Closed: nothing is owed any more.',
  'because-certificate-review':
    '{count, plural, one {a signed certificate of destruction} other {# signed certificates of destruction}} must be reviewed',
  'because-extension-decision': 'a request for more time must be decided',
  'because-inspection':
    '{count, plural, one {one received device} other {# received devices}} must be inspected',
  'because-cure': '{count, plural, one {one device} other {# devices}} did not pass the inspection',
  'because-form-problems': 'the last form has {count, plural, one {one problem} other {# problems}} to mend',
  'because-form-apply': 'the last form was read and must be applied',
  'because-form-missing':
    'the completed form for {count, plural, one {one device} other {# devices}} is missing',
  'because-serials-missing':
    '{count, plural, one {one device has} other {# devices have}} no serial number yet',
  'because-instructions':
    'the shipping instructions for {count, plural, one {one device} other {# devices}} must be sent',
  'because-shipping': '{count, plural, one {one device} other {# devices}} must be shipped',
  'because-certificate-missing':
    'the signed certificate of destruction for {count, plural, one {one device} other {# devices}} is missing',
  'because-arrival': '{count, plural, one {one device is} other {# devices are}} on the way',
} as const
