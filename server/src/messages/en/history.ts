/**
 * What the history says of each fact, by the fact's type; its placeholders are the fact's own fields and what
 * modules/audit/rules/tell.ts makes of them (`count` and `row` of the devices, `person`, `partner`, `what` changed).
 */
export const history = {
  // People
  'organisation-created': 'Organisation created: {name}, account {account}.',
  'organisation-changed': 'Details of the organisation {name} changed.',
  'person-added': '{person, select, none {A person} other {{person}}} added as {roles}.',
  'person-changed':
    'Details of {person, select, none {a person} other {{person}}} changed: {changed}. Roles: {roles}.',
  'access-ended': 'Access of {person, select, none {a person} other {{person}}} ended.',
  'password-changed': 'Password of {person, select, none {a person} other {{person}}} changed.',
  'person-invited': 'A person invited as {roles}; the invitation is valid until {expiresAt}.',
  'invitation-withdrawn': 'An invitation withdrawn.',
  'invitation-accepted': '{person, select, none {A person} other {{person}}} accepted an invitation.',
  'api-key-created':
    'API key “{name}” created, valid {expiresAt, select, none {without end} other {until {expiresAt}}}.',
  'api-key-revoked': 'An API key revoked.',
  'mandate-granted':
    'Mandate given to {partner, select, none {a partner} other {{partner}}} until {validUntil}{access, select, read {, to look and change nothing} other {}}.',
  'mandate-changed':
    'Mandate changed: valid until {validUntil}, {access, select, read {to look and change nothing} other {to act for the customer}}.',
  'mandate-revoked': 'A mandate revoked.',

  // Programmes
  'programme-published': 'Version {version} of the programme published.',

  // Orders
  'order-registered':
    'Order {number} registered: {count, plural, one {one old device} other {# old devices}} owed.',
  'units-taken-by-case': 'Case {caseId} took {count, plural, one {device {row}} other {# devices}}.',
  'last-shipment-recorded': 'Last shipment of the new devices recorded: {on}.',
  'order-cancelled': 'Order cancelled, reason: “{reason}”.',

  // Cases
  'case-opened': 'Case opened with {count, plural, one {one device} other {# devices}}, due {dueOn}.',
  'units-changed':
    '{count, plural, =0 {No device changed} one {Device {row}: {what}} other {# devices: {what}}}.',
  'unit-waived': '{count, plural, one {Device {row}} other {# devices}} waived, reason: “{reason}”.',
  'case-closed': 'Case closed: nothing is owed any more.',
  'case-reopened':
    'Case opened again, because {because, select, reversal {a decision was reversed} other {a device arrived after all}}.',
  'extension-asked': 'More time until {until} asked for (request {number}), reason: “{reason}”.',
  'extension-decided':
    'Request {number} for more time {granted, select, true {granted, now due {dueOn}} other {denied, the due date stays}}{note, select, none {} other {. Note: “{note}”}}.',
  'attachment-added': 'File “{fileName}” handed in for the messages.',
  'message-posted':
    'Message {number} written{attachments, plural, =0 {} one { with one file} other { with # files}}.',
  'thread-settled': 'Messages settled: nothing to answer.',

  // Trade-in forms
  'form-uploaded':
    'Form version {version} handed in (“{fileName}”), {problems, plural, =0 {without problems} one {with one problem} other {with # problems}}.',
  'form-columns-confirmed':
    'Columns of the list in form version {version} confirmed, {problems, plural, =0 {without problems} one {with one problem} other {with # problems}}.',
  'form-applied':
    'Form version {version} applied. {count, plural, =0 {No device changed} one {Device {row}: {what}} other {# devices: {what}}}.',

  // Certificates
  'certificate-issued':
    'Certificate {number} issued for {count, plural, one {device {row}} other {# devices}}.',
  'certificate-submitted':
    'Signed certificate {number} handed in (“{fileName}”): {count, plural, one {device {row}} other {# devices}} declared destroyed.',
  'certificate-accepted':
    'Certificate {number} accepted: {certified, plural, one {one device} other {# devices}} certified as destroyed{note, select, none {} other {. Note: “{note}”}}.',
  'certificate-rejected':
    'Certificate {number} rejected: {reason}{note, select, none {} other { Note: “{note}”.}}',
  'certificate-voided': 'Certificate {number} is void.',

  // Shipping
  'shipping-instructions-sent': 'Shipping instructions sent.',
  'shipment-created':
    'Shipment {number} announced with {count, plural, one {device {row}} other {# devices}}, tracking number {trackingNumber}.',

  // Receiving
  'receipt-opened': 'Receipt opened at site {site}.',
  'receipt-closed': 'Receipt closed.',
  'device-scanned': 'Scan {number}: {scanned, select, none {no readable label} other {{scanned}}}.',
  'photo-added': 'Picture added to scan {number}.',
  'goods-assigned': 'Goods of scan {number} assigned to device {row} of case {caseId}.',
  'unit-received':
    '{count, plural, one {Device {row}} other {# devices}} received{serial, select, none {} other { with serial number {serial}}}.',
  'unit-accepted': '{count, plural, one {Device {row}} other {# devices}} accepted.',

  // Charge-backs
  'charge-back-proposed':
    'Charge-back {number} proposed: {amount} for {count, plural, one {device {row}} other {# devices}}, reason: “{reason}”.',
  'charge-back-decided':
    'Charge-back {number} {approved, select, true {approved for {count, plural, one {device {row}} other {# devices}}} other {turned down}}{note, select, none {} other {. Note: “{note}”}}.',

  // What changed about devices; of all that are named, or of so many.
  'what.serial':
    '{count, plural, one {serial number} other {serial numbers}} given{all, select, true {} other { ({count, number})}}',
  'what.mark': 'marked as without readable serial number{all, select, true {} other { ({count, number})}}',
  'what.unmark': 'mark taken back{all, select, true {} other { ({count, number})}}',
  'what.return': 'switched to return{all, select, true {} other { ({count, number})}}',
  'what.destroy': 'switched to destruction{all, select, true {} other { ({count, number})}}',
  'what.details': 'details given{all, select, true {} other { ({count, number})}}',
  'detail.name': 'name',
  'detail.language': 'language',
  'detail.roles': 'roles',

  // Who did it, where it was nobody who signed in.
  'by-system': 'the system',
  'by-command-line': 'the operator',

  // What a verification found.
  'chain-broken': 'Entry {where} of the history is not the one that was written: its hash does not fit.',
  'sequence-gap': 'The history has a gap before entry {where}.',
  'history-impossible': 'The history holds something that cannot have happened ({where}).',
  'row-missing': 'A record that the history has is missing: {where}.',
  'row-unexplained': 'A record is there that the history does not know: {where}.',
  'column-differs': 'A record is not what the history says: {where}.',
  'ledger-unbalanced': 'The books of {where} do not balance.',
  'seal-broken': 'A seal does not hold: {where}.',
} as const
