/** What is wrong with one field of a request; its place stands beside it as a pointer. */
export const requests = {
  missing: 'This is missing.',
  'other-type':
    'Expected {expected, select, string {text} number {a number} int {a whole number} boolean {true or false} array {a list} object {an object} null {nothing} other {another type of value}}.',
  'text-short': 'Expected at least {count, plural, one {one character} other {# characters}}.',
  'text-long': 'Expected at most {count, plural, one {one character} other {# characters}}.',
  'list-short': 'Expected at least {count, plural, one {one entry} other {# entries}}.',
  'list-long': 'Expected at most {count, plural, one {one entry} other {# entries}}.',
  'number-small':
    'Expected a number {inclusive, select, true {of at least} other {greater than}} {limit, number}.',
  'number-large':
    'Expected a number {inclusive, select, true {of at most} other {less than}} {limit, number}.',
  'one-of': 'Expected one of: {values}.',
  format:
    'Expected {format, select, uuid {an identifier (UUID)} email {an e-mail address} datetime {a date and time with its zone, such as 2026-11-30T12:00:00Z} date {a date, such as 2026-11-30} other {text of the form {pattern}}}.',
  other: 'This value is not understood.',
} as const
