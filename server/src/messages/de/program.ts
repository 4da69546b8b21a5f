import type { program as en } from '../en/program.ts'

export const program: { readonly [K in keyof typeof en]: string } = {
  ready: 'TMIP ist bereit: {address}',
  reference: 'API-Referenz:    {address}/docs',
  'sign-in': 'Beispielpersonen, alle mit dem Passwort {password}:',
  stop: 'Strg-C beendet alles.',
  'set-database-url':
    'DATABASE_URL ist nicht gesetzt. Geben Sie die PostgreSQL-Datenbank an, zum Beispiel postgres://benutzer:passwort@host:5432/tmip.',
  'set-public-address':
    'PUBLIC_ADDRESS fehlt oder ist keine Webadresse. Geben Sie die Adresse an, unter der dieser Server erreichbar ist, zum Beispiel https://tmip.example.com.',
  'set-password':
    'TMIP_PASSWORD ist nicht gesetzt. Hinterlegen Sie dort das erste Passwort der Administration (mindestens 12 Zeichen).',
  'sample-secret':
    'Das Passwort in DATABASE_URL ist ein Beispiel. Vergeben Sie für den Datenbankbenutzer ein zufälliges.',
  'sample-world':
    'Diese Datenbank enthält die Beispielwelt mit ihren bekannten Passwörtern. Verwenden Sie für den Betrieb eine andere Datenbank; „tmip administrator create“ legt darin die erste Person an.',
  'not-empty':
    'Diese Datenbank enthält bereits Organisationen, und „npm start“ würde Beispielpersonen mit bekannten Passwörtern danebenstellen. Entfernen Sie DATABASE_URL, um das Produkt auszuprobieren, oder verwenden Sie „tmip serve“ für diese Datenbank.',
  migrated: 'Die Datenbank ist auf dem neuesten Stand.',
  published:
    '{id} {version} ist veröffentlicht (Prüfsumme {digest}) und gilt ab jetzt für neue Bestellungen.',
  'administrator-created': '{email} kann sich als Administrator anmelden.',
  'history-holds':
    'Historie und Tabellen stimmen überein: {facts, plural, one {# Ereignis} other {# Ereignisse}} in {streams, plural, one {# Kette} other {# Ketten}}, {rows, plural, one {# Zeile} other {# Zeilen}}.',
  'history-differs':
    'Historie und Tabellen weichen voneinander ab (nach {facts, plural, one {# Ereignis} other {# Ereignissen}} in {streams, plural, one {# Kette} other {# Ketten}}). Die erste Abweichung:',
  'difference-chain-broken':
    'Die Kette ist bei {where} unterbrochen: Das Ereignis ist nicht das, über das die Prüfsumme gebildet wurde.',
  'difference-sequence-gap': 'Vor {where} fehlt ein Ereignis.',
  'difference-history-impossible':
    'Die Historie von {where} enthält Ereignisse, die so nicht geschehen sein können.',
  'difference-row-missing': 'Eine Zeile fehlt: {where}.',
  'difference-row-unexplained': 'Diese Zeile erklärt kein Ereignis: {where}.',
  'difference-column-differs': 'Ein Wert wurde außerhalb der Historie geändert: {where}.',
  'difference-ledger-unbalanced': 'Das Hauptbuch ist nicht ausgeglichen: {where}.',
  'difference-seal-broken': 'Eine Kette wurde nach ihrer Versiegelung umgeschrieben: {where}.',
}
