export const queue = {
  'certificate-review':
    'The signed certificate of destruction for {count, plural, one {one device} other {# devices}} must be reviewed.',
  'charge-back-decision':
    '{name} proposes to charge back {amount} for {count, plural, one {one device} other {# devices}}; a second person must decide.',
  'extension-decision': 'A request for more time until {until} must be decided.',
  'thread-answer': 'A message waits for an answer.',
  'unmatched-goods':
    'The device with the serial number {serial} is held at the site {site}, and no case fits it.',
  'unmatched-shelf':
    'A device without a readable serial number is held at the site {site} under the number {shelf}, and no case fits it.',
  'unmatched-unreadable':
    'A device without a readable serial number is held at the site {site}, and no case fits it.',
} as const
