import { expect, test } from 'vitest'
import type { Fact } from '../../../facts.ts'
import type { en } from '../../../messages/en/index.ts'
import type { Language } from '../../../values/language.ts'
import { tell } from './tell.ts'

/** A fact without words does not compile: add its type to messages/{en,de}/history.ts. */
type Untold = Exclude<Fact['type'], keyof (typeof en)['history']>
const everyFactHasWords: [Untold] extends [never] ? true : Untold = true

const inBoth = (type: Fact['type'], body: Readonly<Record<string, unknown>>) =>
  (['en', 'de'] as const).map((language: Language) =>
    tell(
      { type, body },
      {
        language,
        timeZone: 'Europe/Berlin',
        names: new Map([
          ['p1', 'Ada Berg'],
          ['o1', 'Nordlicht GmbH'],
        ]),
        reasonOf: (code) => (code === 'unsigned' ? 'The document is not signed.' : code),
      },
    ),
  )
const change = (row: number, more: object) => ({
  row,
  from: 'owed',
  to: 'identified',
  route: 'return',
  ...more,
})

test('every fact has words', () => {
  expect(everyFactHasWords).toBe(true)
})

test('devices are counted, and one alone is named', () => {
  expect(
    inBoth('units-changed', { changes: [1, 2, 3].map((row) => change(row, { serial: `JN${row}` })) }),
  ).toEqual(['3 devices: serial numbers given.', '3 Geräte: Seriennummern angegeben.'])
  expect(inBoth('units-changed', { changes: [change(7, { serial: 'JN7' })] })).toEqual([
    'Device 7: serial number given.',
    'Gerät 7: Seriennummer angegeben.',
  ])
  expect(
    inBoth('units-changed', {
      changes: [
        change(1, { serial: 'JN1', serialMark: null }),
        change(2, { serial: 'JN2', details: {} }),
        change(3, { route: 'destroy', routeBefore: 'return' }),
      ],
    }),
  ).toEqual([
    '3 devices: serial numbers given (2), switched to destruction (1), and details given (1).',
    '3 Geräte: Seriennummern angegeben (2), auf Vernichtung umgestellt (1) und Angaben ergänzt (1).',
  ])
  expect(inBoth('form-applied', { version: 2, changes: [] })).toEqual([
    'Form version 2 applied. No device changed.',
    'Formular Version 2 übernommen. Kein Gerät geändert.',
  ])
})

test('a mark that goes because a serial number came is not said twice', () => {
  expect(
    inBoth('units-changed', { changes: [change(1, { serial: null, serialMark: 'unreadable' })] }),
  ).toEqual([
    'Device 1: marked as without readable serial number.',
    'Gerät 1: als ohne lesbare Seriennummer gekennzeichnet.',
  ])
  expect(inBoth('units-changed', { changes: [change(1, { serialMark: null })] })).toEqual([
    'Device 1: mark taken back.',
    'Gerät 1: Kennzeichnung zurückgenommen.',
  ])
})

test('days, roles, names and coded reasons are the reader’s words', () => {
  const decided = { number: 1, granted: true, note: '', due: { on: '2027-02-20', at: '', rule: {} } }
  expect(inBoth('extension-decided', decided)).toEqual([
    'Request 1 for more time granted, now due February 20, 2027.',
    'Antrag 1 auf Fristverlängerung gewährt, neue Frist 20. Februar 2027.',
  ])
  expect(inBoth('extension-decided', { number: 1, granted: false, note: 'Zu lang', due: null })).toEqual([
    'Request 1 for more time denied, the due date stays. Note: “Zu lang”.',
    'Antrag 1 auf Fristverlängerung abgelehnt, die Frist bleibt. Anmerkung: „Zu lang“.',
  ])
  const added = { organisationId: 'o1', personId: 'p1', roles: ['desk', 'finance'] }
  expect(inBoth('person-added', added)).toEqual([
    'Ada Berg added as programme desk and finance.',
    'Ada Berg hinzugefügt, Rolle: Programmbetreuung und Finanzabteilung.',
  ])
  expect(inBoth('person-added', { ...added, personId: 'erased' })[0]).toBe(
    'A person added as programme desk and finance.',
  )
  expect(inBoth('mandate-granted', { partnerId: 'o1', validUntil: '2027-05-31T22:00:00Z' })[1]).toBe(
    'Vollmacht für Nordlicht GmbH bis 1. Juni 2027 erteilt.',
  )
  expect(inBoth('certificate-rejected', { number: 3, reason: 'unsigned', note: '', moves: [] })[0]).toBe(
    'Certificate 3 rejected: The document is not signed.',
  )
})

test('a quoted sentence does not bring a second full stop', () => {
  const asked = { number: 2, until: '2027-02-20', late: false }
  expect(inBoth('extension-asked', { ...asked, reason: 'Später geliefert.' })).toEqual([
    'More time until February 20, 2027 asked for (request 2), reason: “Später geliefert”.',
    'Fristverlängerung bis 20. Februar 2027 beantragt (Antrag 2), Grund: „Später geliefert“.',
  ])
  expect(inBoth('extension-asked', { ...asked, reason: 'Wir warten ...' })[0]).toBe(
    'More time until February 20, 2027 asked for (request 2), reason: “Wir warten ...”.',
  )
  const rejected = { number: 3, reason: 'unsigned', note: 'Bitte Seite 2.', moves: [] }
  expect(inBoth('certificate-rejected', rejected)[0]).toBe(
    'Certificate 3 rejected: The document is not signed. Note: “Bitte Seite 2”.',
  )
})

test('money has its currency, and text of people stays as it is', () => {
  const proposed = { number: 1, rows: [4], amountMinor: 123450, currency: 'EUR', reason: '{nicht} da' }
  expect(inBoth('charge-back-proposed', proposed)).toEqual([
    'Charge-back 1 proposed: €1,234.50 for device 4, reason: “{nicht} da”.',
    'Nachbelastung 1 vorgeschlagen: 1.234,50\u00a0€ für Gerät 4, Grund: „{nicht} da“.',
  ])
})
