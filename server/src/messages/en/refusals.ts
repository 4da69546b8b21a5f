/**
 * For each refusal a title, and what is wrong and what to do. Its placeholders are the refusal's data.
 * Whole in one file, in the order of refusals.ts: a translator reads it from top to bottom, and a gap shows at once.
 */
export const refusals = {
  // The request itself
  'malformed-request.title': 'Malformed request',
  'malformed-request':
    'The request cannot be read. Check that its body and headers are as the API reference says: the Content-Type, valid JSON, If-Match as a version in double quotes.',
  'invalid-request.title': 'Invalid request',
  'invalid-request':
    'Some fields of the request are wrong or missing; each is named under “errors”. Correct them and send the request again.',
  'cursor-invalid.title': 'Invalid cursor',
  'cursor-invalid':
    'The cursor is not one of this list. Take it unchanged from “next” of the page before, or leave it out to begin with the first page.',
  'upload-missing.title': 'No file in the request',
  'upload-missing': 'The request has no file. Send exactly one file as multipart/form-data.',
  'no-such-address.title': 'No such address',
  'no-such-address':
    'There is nothing at this address. The API reference at /docs lists every address and method.',
  'version-conflict.title': 'Changed in the meantime',
  'version-conflict':
    'Somebody changed this since you read it; it is at version {version} now. Read it again, check your change against it and send it once more.',
  'upload-too-large.title': 'Too large',
  'upload-too-large':
    'The file or request is larger than is taken here. Make it smaller, for instance by scanning at a lower resolution or by splitting it, and send it again.',
  'idempotency-key-reused.title': 'Idempotency key reused',
  'idempotency-key-reused':
    'This Idempotency-Key was sent before with another request. Use a new key for a new request, and the same key only to repeat the very same one.',

  // Who asks
  'not-signed-in.title': 'Not signed in',
  'not-signed-in':
    'The request carries no valid session or API key. Sign in, or send a key that has not expired or been revoked as “Authorization: Bearer …”.',
  'sign-in-failed.title': 'Sign-in failed',
  'sign-in-failed': 'E-mail address and password do not match. Check both and try again.',
  'not-allowed.title': 'Not allowed',
  'not-allowed':
    'Your role does not include this. Ask a colleague who may do it, or have an administrator give you the role.',
  'cross-site-request.title': 'Request from another site',
  'cross-site-request':
    'The request came from another website and was not carried out. Open this page here and do it again; programs use an API key instead of the browser session.',
  'sign-in-blocked.title': 'Sign-in paused',
  'sign-in-blocked':
    'There were too many failed attempts for this address. Wait {minutes, plural, one {# minute} other {# minutes}} and try again.',

  // The house
  'internal-error.title': 'Internal error',
  'internal-error':
    'Something went wrong on our side. Try again; if it happens once more, tell the operator the time of your request.',
  'reader-died.title': 'File could not be read',
  'reader-died':
    'The file could not be read because of an error on our side. Try again; if it happens once more, pass the file on to the programme desk.',
  'too-busy.title': 'Too many changes at once',
  'too-busy':
    'Many changes are being made here at the same moment, and yours was not. Send it again in a few seconds.',
  'not-ready.title': 'Not ready',
  'not-ready': 'The server cannot reach its database at the moment. Try again in a few seconds.',
  'database-folder-in-use.title': 'Database folder in use',
  'database-folder-in-use':
    'The database in {folder} is in use by another process{pid, select, none {} other { (number {pid})}}. Stop that one, or choose another folder with TMIP_DATA.',
  'database-version-mismatch.title': 'Database of another version',
  'database-version-mismatch':
    'The database in {folder} belongs to PostgreSQL {found}, and this program brings PostgreSQL {needed}. Nothing was changed. Dump it with version {found} and load it with version {needed}, or start the program that wrote it.',
  'database-binaries-missing.title': 'No database for this machine',
  'database-binaries-missing':
    'PostgreSQL’s programs are missing for {platform}, or do not run here. Set DATABASE_URL to a PostgreSQL server of your own.{lines, select, none {} other { What was reported:\n{lines}}}',
  'database-start-failed.title': 'Database did not start',
  'database-start-failed':
    'The database in {folder} did not start. Check that there is space on the disk and that the folder may be written.{lines, select, none {} other { What was reported:\n{lines}}}',
  'storage-full.title': 'Storage full',
  'storage-full':
    'There is no space left for this file; nothing was kept of it. Try again later; the operator has to make space first.',
  'infected.title': 'Infected file',
  infected:
    'The virus scanner found {virus} in this file. It was not taken, and nobody can download it. Check the computer it comes from, then hand in a clean copy.',
  'scanner-unavailable.title': 'File could not be checked',
  'scanner-unavailable':
    'Every file is checked for viruses first, and the scanner does not answer just now. Nothing was kept; try again in a few minutes.',

  // Files of strangers
  'took-too-long.title': 'Reading took too long',
  'took-too-long':
    'Reading the file was stopped after {seconds, plural, one {# second} other {# seconds}}. Save or scan it anew, with fewer pages or a lower resolution, and upload it again.',
  'too-much-memory.title': 'File takes too much memory',
  'too-much-memory':
    'Reading the file takes more than {megabytes, number} MB of memory and was stopped. Save or scan it anew, with fewer pages or a lower resolution, and upload it again.',

  // People
  'organisation-not-found.title': 'Organisation not found',
  'organisation-not-found': 'There is no such organisation that you may see. Check its id.',
  'api-key-not-found.title': 'API key not found',
  'api-key-not-found':
    'You have no such API key, or it is revoked already. The list of your keys shows those that are valid.',
  'person-not-found.title': 'Person not found',
  'person-not-found': 'There is no such person that you may see. Check the id in the list of people.',
  'invitation-not-found.title': 'Invitation not found',
  'invitation-not-found':
    'There is no such open invitation that you may see. The list of invitations shows those that can still be accepted.',
  'invitation-not-valid.title': 'Invitation not valid',
  'invitation-not-valid':
    'This invitation does not exist, has expired, was withdrawn or has been used already. Ask whoever invited you for a new one.',
  'mandate-not-found.title': 'Mandate not found',
  'mandate-not-found': 'There is no such mandate that you may see. Check its id in the list of mandates.',
  'account-taken.title': 'Account number taken',
  'account-taken':
    'The account number {account} already belongs to an organisation. Use that one, or another number.',
  'email-taken.title': 'E-mail address taken',
  'email-taken': 'A person with this e-mail address exists already. Use another address.',
  'access-ended.title': 'Access has ended',
  'access-ended': 'The access of {name} has ended and cannot be changed any more. Invite the person again.',
  'own-access.title': 'Your own access',
  'own-access': 'You cannot end your own access. Ask a colleague who looks after your people to do it.',
  'last-of-role.title': 'Last person with this role',
  'last-of-role':
    'Nobody else of the organisation has the role “{role}”, and somebody must look after its people. Give it to somebody else first.',
  'unknown-time-zone.title': 'Unknown time zone',
  'unknown-time-zone':
    '“{timeZone}” is not a time zone. Give a name of the IANA list, such as Europe/Berlin or America/Chicago.',
  'role-not-of-organisation.title': 'Role of another organisation',
  'role-not-of-organisation':
    'The role “{role}” does not exist in an organisation of this kind. Possible are: {allowed}.',
  'password-too-weak.title': 'Password too weak',
  'password-too-weak':
    'A password needs 12 to 256 characters and must not contain the part of the e-mail address before the @. Choose another one.',
  'password-wrong.title': 'Password wrong',
  'password-wrong': 'The current password is not the right one. Type it again; the password was not changed.',
  'mandate-ended.title': 'Mandate has ended',
  'mandate-ended': 'This mandate has ended and cannot be changed any more. Grant a new one.',
  'mandate-end-passed.title': 'End in the past',
  'mandate-end-passed':
    'A mandate cannot end in the past: what the partner did until now was done with it. Choose a later end, or revoke it to end it at once.',
  'mandate-period-invalid.title': 'Mandate period wrong',
  'mandate-period-invalid':
    'A mandate must end after it begins, and after {longestDays, number} days at the latest. Choose another end.',

  // Programmes
  'programme-not-found.title': 'Programme not found',
  'programme-not-found': 'There is no programme “{programme}”. Choose one from the list of programmes.',
  'programme-version-not-found.title': 'Programme version not found',
  'programme-version-not-found':
    'The programme “{programme}” has no version “{programmeVersion}”. Leave the version out to use the current one.',
  'catalogue-not-sent.title': 'Catalogue not sent',
  'catalogue-not-sent':
    'The programme names the catalogue file {catalogue}, which the current version does not have. Write its devices into “parts”, or publish on the command line with “tmip programme publish”, where the file lies beside.',
  'programme-version-taken.title': 'Programme version taken',
  'programme-version-taken':
    'Version {programmeVersion} of the programme “{id}” is published with other content and stays as it is. Give the changed rules a new version.',
  'no-site-for-country.title': 'No receiving site',
  'no-site-for-country':
    'The version of the programme that holds for this order has no receiving site for goods from {country}, and a new version does not change that. Agree another way with the programme desk, for instance destruction on site.',
  'programme-unreadable.title': 'File cannot be read',
  'programme-unreadable':
    'The file {file} cannot be read ({reason}). Check its name, its permissions and its size.',
  'programme-invalid.title': 'Programme invalid',
  'programme-invalid':
    'The programme has {problems, plural, one {one problem} other {# problems}} and was not taken. What to correct is listed with line and column; then send the file again.',
  'catalogue-invalid.title': 'Catalogue invalid',
  'catalogue-invalid':
    'The catalogue has {problems, plural, one {one problem} other {# problems}} and was not taken. What to correct is listed with line and column; then send the file again.',
  'rejection-code-unknown.title': 'Unknown rejection code',
  'rejection-code-unknown':
    'The programme has no code “{code}” for rejecting this. Its codes are: {known}. Choose one that applies here.',

  // Orders
  'order-not-found.title': 'Order not found',
  'order-not-found': 'There is no such order that you may see. Check its id in the list of orders.',
  'customer-not-found.title': 'Customer not found',
  'customer-not-found':
    'There is no customer with the account number “{account}” that you may act for. Check the number, or have the customer created first.',
  'partner-not-found.title': 'Partner not found',
  'partner-not-found':
    'There is no partner with the account number “{account}”. Check the number, or have the partner created first.',
  'order-number-taken.title': 'Order number taken',
  'order-number-taken':
    'An order with this number is registered already. Look at that one, or correct the number.',
  'order-already-cancelled.title': 'Order cancelled',
  'order-already-cancelled':
    'The order is cancelled, and nothing can be done with it any more. Register it under a new number if it is to stand after all.',
  'order-has-cases.title': 'Order has cases',
  'order-has-cases':
    'This can no longer be done on the order: its devices belong to {cases}. Settle them in the case.',
  'order-invalid.title': 'Order invalid',
  'order-invalid':
    'The order has {problems, plural, one {one problem} other {# problems}} and was not registered. What to correct is listed under “errors”; then send the order again.',
  'date-in-future.title': 'Date in the future',
  'date-in-future':
    '“{found}” lies in the future; at the customer’s it is {today}. Give the day on which it really happened.',
  'no-trade-ins.title': 'No old devices',
  'no-trade-ins':
    'The order commits to no old device. Name at least one SKU that is to be traded in, with its quantity.',
  'too-many-units.title': 'Too many devices',
  'too-many-units':
    'The order names {found, number} devices, and one order takes {most, number} at most. Spread them over several orders.',
  'currency-not-offered.title': 'Currency not offered',
  'currency-not-offered':
    'The programme grants no credits in {currency}. Register the order in one of its currencies: {offered}.',
  'sku-not-eligible.title': 'SKU not accepted',
  'sku-not-eligible':
    'The programme does not accept {sku}. {suggestions, select, none {Check the SKU on the device or in the programme.} other {Perhaps this is meant: {suggestions}.}}',
  'phase-not-valid-on.title': 'Not accepted on this day',
  'phase-not-valid-on':
    'The programme accepts {sku}, but not for an order of {on}. Check the day of the order; the programme says from when to when each phase is valid.',
  'new-family-not-in-phase.title': 'New family without credit',
  'new-family-not-in-phase':
    'For {sku} there is no credit on new equipment of the family {newFamily}. Credited are: {families}. Correct the family or take the device out.',
  'no-credit-listed.title': 'No credit listed',
  'no-credit-listed':
    'The programme lists no credit for {sku}{newFamily, select, none { without a family of new equipment} other { on new equipment of the family {newFamily}}} with this consumption model. Check what was given, or ask the programme desk.',
  'serials-not-quantity.title': 'Serials and quantity differ',
  'serials-not-quantity':
    'There {found, plural, one {is # serial number} other {are # serial numbers}} for {expected, plural, one {# device} other {# devices}}. Name one for each device, or leave them all out.',
  'serials-needed-before-order.title': 'Serial numbers missing',
  'serials-needed-before-order':
    'This programme wants the serial numbers with the order. Give {expected, plural, one {the serial number of this device} other {a serial number for each of the # devices}}.',

  // Orders from a CSV file
  'import-unreadable.title': 'CSV file cannot be read',
  'import-unreadable':
    'The file stops being valid CSV near line {line}. Check there that every quote is closed and that the line has as many fields as the first one.',
  'import-columns.title': 'Columns or rows missing',
  'import-columns':
    'The file has no rows, or lacks the columns {missing}. Its first line must name all of these: {expected}.',
  'import-too-long.title': 'Too many rows',
  'import-too-long':
    'The file has more than {most, number} rows. Split it into several files; keep the rows of one order together.',
  'import-invalid.title': 'Rows invalid',
  'import-invalid':
    'Nothing was registered: {problems, plural, one {one problem was} other {# problems were}} found{more, select, true { and more are not listed} other {}}. What to correct is listed with line and column; then send the whole file again.',
  'import-order-number.title': 'Order number wrong',
  'import-order-number':
    'The order number {found, select, none {is missing} other {“{found}” is too long}}. Give 1 to 60 characters.',
  'import-date.title': 'Order date wrong',
  'import-date':
    '{found, select, none {The order date is missing.} other {“{found}” is no day of the calendar.}} Write it as year-month-day, such as 2026-03-31.',
  'import-quantity.title': 'Quantity wrong',
  'import-quantity':
    '{found, select, none {The quantity is missing.} other {“{found}” is no quantity.}} Give a whole number from 1 to 10,000.',
  'import-kind.title': 'Kind of row wrong',
  'import-kind':
    '{found, select, none {The kind of the row is missing.} other {“{found}” is no kind of row.}} Write “new” for new equipment and “trade-in” for an old device.',
  'import-sku.title': 'SKU wrong',
  'import-sku':
    'The SKU {found, select, none {is missing} other {“{found}” is too long}}. Give 1 to 60 characters.',
  'import-order-differs.title': 'Rows of one order differ',
  'import-order-differs':
    'This row has another value for {field, select, programme {programme} customerAccount {customer_account} partnerAccount {partner_account} purchaseOrder {purchase_order} placedOn {placed_on} lastShippedOn {last_shipped_on} currency {currency} newFamily {new_family} other {{field}}} than line {firstLine}, where the order begins. All rows of an order must agree in it.',

  // Cases and their units
  'case-not-found.title': 'Case not found',
  'case-not-found': 'There is no such case that you may see. Check the case number.',
  'unit-not-in-case.title': 'Device not in the case',
  'unit-not-in-case':
    'The case has no device with the row number {row}. Check the number in the list of devices.',
  'case-closed.title': 'Case closed',
  'case-closed':
    'The case is closed, because nothing is owed any more. If something is still missing, write to the programme desk.',
  'no-units-left.title': 'No devices left',
  'no-units-left':
    'All devices of the order {number} belong to a case already. Go on in that case, or change their route there.',
  'units-not-free.title': 'Devices not free',
  'units-not-free':
    'Not part of the order, or in a case already: no. {rows}. Choose only row numbers that are still free.',
  'last-shipment-unknown.title': 'Day of the last shipment missing',
  'last-shipment-unknown':
    'The deadline of the order {number} starts with its last shipment, and that day is not known yet. Have the programme desk record it, or send it with the order; then open the case.',
  'unit-not-waivable.title': 'Device cannot be waived',
  'unit-not-waivable':
    'Device {row} is {state} and can no longer be waived. Only what has neither been shipped nor settled can be.',
  'serial-reserved.title': 'Serial number not available',
  'serial-reserved':
    'This serial number is registered already and cannot be used here. Check it on the device; if it is right, write to the programme desk.',
  'serial-swap.title': 'Serial number still in use',
  'serial-swap':
    'Device {row} is to get the serial number {found}, which device {heldBy} still has and gives up in the same step. Change device {heldBy} first, then device {row}. To exchange two serial numbers, first mark device {heldBy} in the case as unreadable, which frees its number.',
  'serial-locked.title': 'Serial number fixed',
  'serial-locked':
    'The serial number of device {row} can no longer be changed: the device has arrived, is declared destroyed, or is settled. If it is wrong, write to the programme desk.',
  'route-locked.title': 'Route fixed',
  'route-locked':
    'The route of device {row} can no longer be changed: the device is under way, declared destroyed, or settled. If it has to be, write to the programme desk.',
  'route-not-offered.title': 'Route not offered',
  'route-not-offered':
    'The programme does not offer to {route, select, return {return} destroy {destroy} other {{route}}} the devices of this order. Choose the other route.',
  'serial-malformed.title': 'Not a serial number',
  'serial-malformed':
    '“{found}” is not a serial number. Copy it from the label of the device: 3 to 40 letters and digits, with - . / _ between them.',
  'serial-repeated.title': 'Serial number twice',
  'serial-repeated':
    'The serial number {found} is named for two devices of the same kind. Correct one of them; if both are right, write to the programme desk.',
  'units-refused.title': 'Nothing changed',
  'units-refused':
    '{problems, plural, one {One of the changes} other {# of the changes}} cannot be made, so nothing was changed. Each of them is named with its place; correct them and send all changes again.',
  'row-repeated.title': 'Device named twice',
  'row-repeated':
    'Device {row} is named in more than one of the changes. Put what is to change about it into one of them.',

  // Extensions
  'extension-asker-not-allowed.title': 'Extension: not yours to ask',
  'extension-asker-not-allowed':
    'In this programme an extension can be asked for by {allowed}. Have it asked from there.',
  'extension-not-yours.title': 'Not yours to decide',
  'extension-not-yours': 'An extension of this length is decided by {approvedBy}. Pass the request on.',
  'extension-not-found.title': 'Extension not found',
  'extension-not-found': 'The case has no extension request with this number. Check the number in the case.',
  'extension-not-offered.title': 'No extensions',
  'extension-not-offered':
    'This programme grants no extensions; the due date stands. Return or destroy the devices by then.',
  'extension-pending.title': 'Request still open',
  'extension-pending':
    'Extension request number {number} of this case is not decided yet. Wait for that decision; the due date stands until then.',
  'extension-decided.title': 'Already decided',
  'extension-decided':
    'This extension request is decided already. If another date is needed, a new request has to be made.',
  'extension-too-many.title': 'No further extension',
  'extension-too-many':
    '{granted, plural, one {One extension has} other {# extensions have}} been granted, and the programme allows {howMany, number}. The due date stands; return or destroy the devices by then.',
  'extension-at-maximum.title': 'No later date possible',
  'extension-at-maximum':
    'The programme extends the due date of this case to {latestDueOn} at most, and that day is used up. Return the devices or have them destroyed by the due date.',
  'extension-asked-late.title': 'Asked too late',
  'extension-asked-late':
    'The due date was {currentDueOn}, and it was {askedOn} when this was asked; this programme extends no due date that has passed. Write to the programme desk.',
  'extension-not-later.title': 'Not later than the due date',
  'extension-not-later':
    'The case is due on {currentDueOn} anyway, and {newDueOn} is not later. Ask for a later day.',
  'extension-over-maximum.title': 'Beyond the maximum',
  'extension-over-maximum':
    'The due date of this case cannot be later than {latestDueOn}; asked was {newDueOn}. Ask for that day or an earlier one.',

  // Trade-in forms
  'attachment-not-found.title': 'File not found',
  'attachment-not-found': 'The case has no file with this number. Choose one from the list of its files.',
  'history-entry-not-found.title': 'Entry not found',
  'history-entry-not-found': 'The history has no entry with this number. Choose one from its list.',
  'thread-not-waiting.title': 'Nothing waits for an answer',
  'thread-not-waiting':
    'No message of this case waits for an answer any more. Somebody has answered it or settled it already.',
  'attachments-not-usable.title': 'Files cannot be attached',
  'attachments-not-usable':
    'These files cannot be attached to the message: no. {numbers}. They are not there, belong to another message or were handed in by another organisation. Upload the file again and name its new number.',

  'form-unreadable.title': 'Form cannot be shown',
  'form-unreadable':
    'The file of this form cannot be opened any more. Download it as it was handed in, and upload it again.',
  'sheet-not-found.title': 'Sheet not found',
  'sheet-not-found': 'The file has no sheet of this name. The answer without a name says which there are.',
  'form-not-found.title': 'Form not found',
  'form-not-found': 'The case has no form with this version. Choose one from the list of its forms.',
  'form-has-problems.title': 'Form has errors',
  'form-has-problems':
    'The form has {problems, plural, one {one error} other {# errors}} and cannot be applied. Correct them in the file and upload it again.',
  'form-superseded.title': 'Not the newest form',
  'form-superseded':
    'This form can no longer be applied; the newest one of the case is version {newest}. Look at that one, or upload the form again.',
  'form-has-no-columns.title': 'No columns to confirm',
  'form-has-no-columns':
    'This file is a trade-in form, or the output of a device, and says itself which column is which.',
  'columns-unusable.title': 'Columns cannot be used',
  'columns-unusable':
    'Name the column of the SKU or of the part number, and give each field to one column only.',
  'form-no-longer-fits.title': 'Case has changed since',
  'form-no-longer-fits':
    'The case has changed since this form was uploaded, and {problems, plural, one {one line no longer fits} other {# lines no longer fit}}. Download the current form, carry your entries over and upload it.',
  'form-refused.title': 'Form cannot be read',
  'form-refused': '{problem} The form was not taken, and the case is as it was.',
  'line-row-unknown.title': 'Unknown line number',
  'line-row-unknown':
    'The case has no device number {row}. Do not change the numbers of the first column; leave it empty in lines that you add.',
  'line-sku-differs.title': 'Other SKU',
  'line-sku-differs':
    'Device {row} has the SKU {expected}, and the form says {found}. Enter {expected}; if another device is meant, enter it in its own line.',
  'line-unit-left.title': 'More devices than owed',
  'line-unit-left':
    'The form names more devices of the SKU {found} than the case has. Take the surplus lines out, or lower the quantity.',

  // Certificates
  'page-not-found.title': 'No such page',
  'page-not-found': 'The document has {pages, plural, one {one page} other {# pages}}. Choose one of them.',
  'picture-kind.title': 'Kind of picture not accepted',
  'picture-kind':
    'By its content this is not a picture of the kind that is taken here, whatever its name says. Taken are: {accepted}. On an iPhone or iPad choose “Most Compatible” in the camera settings.',
  'picture-damaged.title': 'Picture cannot be shown',
  'picture-damaged': 'The picture is damaged or incomplete and cannot be shown. Take it once more.',

  'certificate-not-found.title': 'Certificate not found',
  'certificate-not-found':
    'The case has no such certificate, or no signed document for it yet. Choose one from the list of its certificates.',
  'no-units-to-destroy.title': 'Nothing to destroy',
  'no-units-to-destroy':
    'The case has no device to be destroyed for which a certificate is still missing. Set the route of the devices to “destroy” first.',
  'units-not-to-destroy.title': 'Devices not to be destroyed',
  'units-not-to-destroy':
    'No certificate can be issued for these devices: no. {rows}. They are not in the case, are to be returned, or are on a certificate that is handed in. Leave them out or change their route.',
  'certificate-not-open.title': 'Certificate not open',
  'certificate-not-open':
    'This certificate is {state}; no signed document can be handed in for it. If one is needed, have a new certificate issued.',
  'certificate-covers-nothing.title': 'Covers no device any more',
  'certificate-covers-nothing':
    'None of the devices of this certificate waits for it any more: they arrived or went another way. Reject it instead.',
  'certificate-not-in-review.title': 'Nothing to decide',
  'certificate-not-in-review':
    'This certificate is {state}. Only one that is handed in signed and not decided yet can be accepted or rejected.',
  'certificate-serials-missing.title': 'Serial numbers missing',
  'certificate-serials-missing':
    'These devices have no serial number yet: no. {rows}. Enter them in the case, have the certificate issued anew and sign that one.',
  'certificate-outdated.title': 'Certificate out of date',
  'certificate-outdated':
    'These devices have changed since the certificate was issued: no. {rows}. Have it issued anew and sign that one.',
  'media-type-not-accepted.title': 'Kind of file not accepted',
  'media-type-not-accepted':
    'By its content this is not a file of the kind that is taken here, whatever its name says. Taken are: {accepted}.',
  'units-not-on-certificate.title': 'Devices not on the certificate',
  'units-not-on-certificate':
    'These devices are not declared on this certificate: no. {rows}. Name only devices that are on it.',

  // The signed document of a certificate
  'document-too-large.title': 'Document too large',
  'document-too-large':
    'The document has {megabytes, number} MB, and {limit, number} MB are taken. Scan it with a lower resolution or in greyscale and upload it again.',
  'not-pdf-or-jpeg.title': 'Neither PDF nor JPEG',
  'not-pdf-or-jpeg':
    'By its content the file is neither PDF nor JPEG{found, select, none {} other { but {found}}}, whatever its name says. Scan the signed certificate, or save it, as PDF or JPEG and upload that.',
  'empty-file.title': 'Empty file',
  'empty-file': 'The file is empty. Check that it was saved and transferred completely, and upload it again.',
  'pdf-truncated.title': 'PDF incomplete',
  'pdf-truncated':
    'The PDF is incomplete: its end is missing. Transfer or scan it once more and upload it again.',
  'pdf-damaged.title': 'PDF damaged',
  'pdf-damaged':
    'The PDF is damaged and cannot be read reliably. Open it, print or save it as a new PDF, or scan the paper again, and upload that.',
  'pdf-encrypted.title': 'PDF encrypted',
  'pdf-encrypted':
    'The PDF is encrypted or protected with a password. Save it without protection and upload it again.',
  'pdf-with-javascript.title': 'PDF with JavaScript',
  'pdf-with-javascript':
    'The PDF contains JavaScript, and documents with program code are not taken. Print it as a new PDF, or scan the paper, and upload that.',
  'pdf-with-action.title': 'PDF with active content',
  'pdf-with-action':
    'The PDF contains an action that opens or sends something ({action}). Print it as a new PDF, or scan the paper, and upload that.',
  'pdf-with-embedded-files.title': 'PDF with attachments',
  'pdf-with-embedded-files':
    'The PDF has other files attached. Save it without attachments and upload it again.',
  'pdf-without-pages.title': 'PDF without pages',
  'pdf-without-pages': 'The PDF has no pages. Scan the signed certificate once more and upload that.',
  'too-many-pages.title': 'Too many pages',
  'too-many-pages':
    'The PDF has {pages, number} pages, and {limit, number} are taken. Upload only the pages of this certificate.',
  'jpeg-truncated.title': 'JPEG incomplete',
  'jpeg-truncated':
    'The JPEG picture is incomplete: its end is missing. Transfer or scan it once more and upload it again.',
  'jpeg-damaged.title': 'JPEG damaged',
  'jpeg-damaged': 'The JPEG picture is damaged. Scan or photograph the paper again and upload that.',
  'too-many-pixels.title': 'Picture too large',
  'too-many-pixels':
    'The picture measures {width, number} × {height, number} pixels, and {megapixels, number} megapixels are taken. Scan the paper with a lower resolution, such as 300 dpi, and upload that.',

  // Shipping
  'shipment-not-found.title': 'No such shipment',
  'shipment-not-found':
    'This case has no shipment with that number. List the shipments of the case to see their numbers.',
  'instructions-not-sent.title': 'No shipping instructions yet',
  'instructions-not-sent':
    'The shipping instructions of this case are not sent yet; they follow when the trade-in form is applied. Apply the form, or wait a moment.',
  'no-units-to-ship.title': 'Nothing to ship',
  'no-units-to-ship':
    'The case has no device to be returned that is not under way or settled already. Change the route of a device first if it is to be returned.',
  'units-not-to-ship.title': 'Devices not to be shipped',
  'units-not-to-ship':
    'These devices cannot be shipped: no. {rows}. They are not in the case, are to be destroyed, or are under way or settled already. Leave them out.',
  'serials-needed-before-shipping.title': 'Serial numbers missing',
  'serials-needed-before-shipping':
    'This programme wants the serial numbers before shipping, and these devices have no serial number yet: no. {rows}. Enter them in the case or hand in the updated form.',

  // Receiving
  'receipt-not-found.title': 'Receipt not found',
  'receipt-not-found': 'There is no such receipt. Open one first, then scan into it.',
  'scan-not-found.title': 'Scan not found',
  'scan-not-found': 'The receipt has no scan with this number. Choose one from the list of its scans.',
  'photo-not-found.title': 'Photo not found',
  'photo-not-found': 'There is no photo with this number. The scan says which photos it has.',
  'receipt-closed.title': 'Receipt closed',
  'receipt-closed': 'This receipt is closed; nothing more can be scanned into it. Open a new one.',
  'too-many-photos.title': 'Enough photos',
  'too-many-photos':
    'This scan has {limit, number} photos already, and more are not taken. Choose another scan if the photo belongs there.',
  'goods-not-found.title': 'Goods not found',
  'goods-not-found':
    'No unmatched goods are held under this receipt and number. Choose them from the list of unmatched goods.',
  'goods-resolved.title': 'Goods assigned already',
  'goods-resolved': 'These goods are assigned already. The list of unmatched goods shows what is still held.',
  'unit-not-receivable.title': 'Device cannot be received',
  'unit-not-receivable':
    'Device {row} is {state}, so nothing more can be received for it. Choose another device of the case, or another case.',

  // Credits
  'charge-back-same-person.title': 'A second person decides',
  'charge-back-same-person':
    'You proposed this charge-back yourself. Have another person of finance decide on it.',
  'charge-back-not-found.title': 'Charge-back not found',
  'charge-back-not-found': 'The case has no charge-back with this number. Check the number in the case.',
  'case-not-overdue.title': 'Not overdue yet',
  'case-not-overdue':
    'The case is due on {dueOn}, and nobody is charged back before the grace ends on {graceEndsOn}. Propose the charge-back after that day.',
  'charge-back-vendor-turn.title': 'It is the vendor’s turn',
  'charge-back-vendor-turn':
    '{because, select, instructions {The customer still waits for the shipping instructions. Send them first; a charge-back has to wait.} other {A signed certificate of the customer waits for its review. Decide on it first; a charge-back has to wait.}}',
  'charge-back-goods-held.title': 'Goods are held at the dock',
  'charge-back-goods-held':
    'The dock holds {count, plural, one {one device} other {# devices}} that may belong to this case. Assign {count, plural, one {it} other {them}} first; nobody is charged for what came back.',
  'charge-back-waiting.title': 'Charge-back proposed already',
  'charge-back-waiting':
    'Charge-back number {number} of this case waits for its decision. Decide on that one before another is proposed.',
  'charge-back-decided.title': 'Already decided',
  'charge-back-decided':
    'This charge-back is decided already. If more has to be charged back, a new one has to be proposed.',
  'nothing-chargeable.title': 'Nothing to charge back',
  'nothing-chargeable':
    'None of these devices can be charged back: they are under way, received, declared destroyed or settled, or no credit was granted for them in advance.',
  'units-not-chargeable.title': 'Devices cannot be charged back',
  'units-not-chargeable':
    'Not in the case, under way, or settled: no. {rows}. Name only devices that are still owed.',
  'exposure-range-invalid.title': 'Months in the wrong order',
  'exposure-range-invalid': 'The first month lies after the last. Exchange the two.',

  // Codes inside the sentences above
  'word.owed': 'still owed',
  'word.identified': 'registered with its serial number',
  'word.in-transit': 'under way',
  'word.received': 'received',
  'word.failed-inspection': 'held after a failed inspection',
  'word.destruction-declared': 'declared destroyed',
  'word.accepted': 'accepted',
  'word.certified': 'certified as destroyed',
  'word.waived': 'waived',
  'word.cancelled': 'cancelled',
  'word.charged-back': 'charged back',
  'word.issued': 'issued and not handed in yet',
  'word.submitted': 'handed in and under review',
  'word.rejected': 'rejected',
  'word.voided': 'void',
  'word.customer': 'the customer',
  'word.partner': 'a partner with a mandate',
  'word.ordering-partner': 'the partner who ordered',
  'word.asset-manager': 'asset manager',
  'word.signatory': 'signatory',
  'word.viewer': 'viewer',
  'word.partner-agent': 'partner agent',
  'word.desk': 'programme desk',
  'word.finance': 'finance',
  'word.auditor': 'auditor',
  'word.administrator': 'administrator',
  'word.receiving': 'receiving',
  'word.application/pdf': 'PDF',
  'word.image/jpeg': 'JPEG',
  'word.image/png': 'PNG',
  'word.image/webp': 'WebP',
} as const
