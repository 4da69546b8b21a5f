import type { requests as en } from '../en/requests.ts'

export const requests: { readonly [K in keyof typeof en]: string } = {
  missing: 'Die Angabe fehlt.',
  'other-type':
    'Erwartet wird {expected, select, string {ein Text} number {eine Zahl} int {eine ganze Zahl} boolean {true oder false} array {eine Liste} object {ein Objekt} null {keine Angabe} other {eine andere Art von Wert}}.',
  'text-short':
    'Erwartet {count, plural, one {wird mindestens ein Zeichen} other {werden mindestens # Zeichen}}.',
  'text-long':
    'Erwartet {count, plural, one {wird höchstens ein Zeichen} other {werden höchstens # Zeichen}}.',
  'list-short':
    'Erwartet {count, plural, one {wird mindestens ein Eintrag} other {werden mindestens # Einträge}}.',
  'list-long':
    'Erwartet {count, plural, one {wird höchstens ein Eintrag} other {werden höchstens # Einträge}}.',
  'number-small':
    'Erwartet wird eine Zahl {inclusive, select, true {ab} other {größer als}} {limit, number}.',
  'number-large':
    'Erwartet wird eine Zahl {inclusive, select, true {bis} other {kleiner als}} {limit, number}.',
  'one-of': 'Erwartet wird einer dieser Werte: {values}.',
  format:
    'Erwartet wird {format, select, uuid {eine Kennung (UUID)} email {eine E-Mail-Adresse} datetime {ein Zeitpunkt mit Zeitzone, etwa 2026-11-30T12:00:00Z} date {ein Datum, etwa 2026-11-30} other {ein Text der Form {pattern}}}.',
  other: 'Dieser Wert wird nicht verstanden.',
}
