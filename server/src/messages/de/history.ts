import type { history as en } from '../en/history.ts'

export const history: { readonly [K in keyof typeof en]: string } = {
  'organisation-created': 'Organisation angelegt: {name}, Nummer {account}.',
  'organisation-changed': 'Angaben zur Organisation {name} geändert.',
  'person-added': '{person, select, none {Eine Person} other {{person}}} hinzugefügt, Rolle: {roles}.',
  'person-changed':
    'Angaben zu {person, select, none {einer Person} other {{person}}} geändert: {changed}. Rollen: {roles}.',
  'access-ended': 'Zugang von {person, select, none {einer Person} other {{person}}} beendet.',
  'password-changed': 'Passwort von {person, select, none {einer Person} other {{person}}} geändert.',
  'person-invited': 'Eine Person eingeladen, Rolle: {roles}; die Einladung gilt bis {expiresAt}.',
  'invitation-withdrawn': 'Eine Einladung zurückgezogen.',
  'invitation-accepted':
    '{person, select, none {Eine Person} other {{person}}} hat eine Einladung angenommen.',
  'api-key-created':
    'API-Schlüssel „{name}“ angelegt, gültig {expiresAt, select, none {ohne Ende} other {bis {expiresAt}}}.',
  'api-key-revoked': 'Ein API-Schlüssel widerrufen.',
  'mandate-granted':
    'Vollmacht für {partner, select, none {einen Partner} other {{partner}}} bis {validUntil} erteilt{access, select, read {, nur zur Einsicht} other {}}.',
  'mandate-changed':
    'Vollmacht geändert: gültig bis {validUntil}, {access, select, read {nur zur Einsicht} other {zum Handeln für den Kunden}}.',
  'mandate-revoked': 'Eine Vollmacht widerrufen.',

  'programme-published': 'Version {version} des Programms veröffentlicht.',

  'order-registered':
    'Bestellung {number} erfasst: {count, plural, one {ein Altgerät} other {# Altgeräte}} geschuldet.',
  'units-taken-by-case':
    'Ticket {caseId} hat {count, plural, one {Gerät {row}} other {# Geräte}} übernommen.',
  'last-shipment-recorded': 'Letzte Lieferung der neuen Geräte erfasst: {on}.',
  'order-cancelled': 'Bestellung storniert, Grund: „{reason}“.',

  'case-opened': 'Ticket mit {count, plural, one {einem Gerät} other {# Geräten}} eröffnet, Frist {dueOn}.',
  'units-changed':
    '{count, plural, =0 {Kein Gerät geändert} one {Gerät {row}: {what}} other {# Geräte: {what}}}.',
  'unit-waived': '{count, plural, one {Gerät {row}} other {# Geräte}} erlassen, Grund: „{reason}“.',
  'case-closed': 'Ticket geschlossen: Es steht nichts mehr aus.',
  'case-reopened':
    'Ticket wieder geöffnet: {because, select, reversal {Eine Entscheidung wurde rückgängig gemacht} other {Ein Gerät ist doch noch eingegangen}}.',
  'extension-asked': 'Fristverlängerung bis {until} beantragt (Antrag {number}), Grund: „{reason}“.',
  'extension-decided':
    'Antrag {number} auf Fristverlängerung {granted, select, true {gewährt, neue Frist {dueOn}} other {abgelehnt, die Frist bleibt}}{note, select, none {} other {. Anmerkung: „{note}“}}.',
  'attachment-added': 'Datei „{fileName}“ zu den Nachrichten hochgeladen.',
  'message-posted':
    'Nachricht {number} geschrieben{attachments, plural, =0 {} one {, mit einer Datei} other {, mit # Dateien}}.',
  'thread-settled': 'Nachrichten erledigt: nichts zu beantworten.',

  'form-uploaded':
    'Formular Version {version} hochgeladen („{fileName}“), {problems, plural, =0 {ohne Fehler} one {mit einem Fehler} other {mit # Fehlern}}.',
  'form-columns-confirmed':
    'Spalten der Liste in Formular Version {version} bestätigt, {problems, plural, =0 {ohne Fehler} one {mit einem Fehler} other {mit # Fehlern}}.',
  'form-applied':
    'Formular Version {version} übernommen. {count, plural, =0 {Kein Gerät geändert} one {Gerät {row}: {what}} other {# Geräte: {what}}}.',

  'certificate-issued':
    'Verwertungsbestätigung {number} für {count, plural, one {Gerät {row}} other {# Geräte}} ausgestellt.',
  'certificate-submitted':
    'Unterzeichnete Verwertungsbestätigung {number} eingereicht („{fileName}“): {count, plural, one {Gerät {row}} other {# Geräte}} als vernichtet gemeldet.',
  'certificate-accepted':
    'Verwertungsbestätigung {number} angenommen: {certified, plural, one {ein Gerät} other {# Geräte}} als vernichtet bestätigt{note, select, none {} other {. Anmerkung: „{note}“}}.',
  'certificate-rejected':
    'Verwertungsbestätigung {number} abgelehnt: {reason}{note, select, none {} other { Anmerkung: „{note}“.}}',
  'certificate-voided': 'Verwertungsbestätigung {number} ist ungültig.',

  'shipping-instructions-sent': 'Versandanweisungen verschickt.',
  'shipment-created':
    'Sendung {number} mit {count, plural, one {Gerät {row}} other {# Geräten}} angemeldet, Sendungsnummer {trackingNumber}.',

  'receipt-opened': 'Wareneingang am Standort {site} eröffnet.',
  'receipt-closed': 'Wareneingang abgeschlossen.',
  'device-scanned': 'Scan {number}: {scanned, select, none {kein lesbares Etikett} other {{scanned}}}.',
  'photo-added': 'Bild zu Scan {number} hinzugefügt.',
  'goods-assigned': 'Ware aus Scan {number} dem Gerät {row} des Tickets {caseId} zugeordnet.',
  'unit-received':
    '{count, plural, one {Gerät {row}} other {# Geräte}} eingegangen{serial, select, none {} other {, Seriennummer {serial}}}.',
  'unit-accepted': '{count, plural, one {Gerät {row}} other {# Geräte}} angenommen.',

  'charge-back-proposed':
    'Nachbelastung {number} vorgeschlagen: {amount} für {count, plural, one {Gerät {row}} other {# Geräte}}, Grund: „{reason}“.',
  'charge-back-decided':
    'Nachbelastung {number} {approved, select, true {für {count, plural, one {Gerät {row}} other {# Geräte}} genehmigt} other {abgelehnt}}{note, select, none {} other {. Anmerkung: „{note}“}}.',

  'what.serial':
    '{count, plural, one {Seriennummer} other {Seriennummern}} angegeben{all, select, true {} other { ({count, number})}}',
  'what.mark':
    'als ohne lesbare Seriennummer gekennzeichnet{all, select, true {} other { ({count, number})}}',
  'what.unmark': 'Kennzeichnung zurückgenommen{all, select, true {} other { ({count, number})}}',
  'what.return': 'auf Inzahlungnahme umgestellt{all, select, true {} other { ({count, number})}}',
  'what.destroy': 'auf Vernichtung umgestellt{all, select, true {} other { ({count, number})}}',
  'what.details': 'Angaben ergänzt{all, select, true {} other { ({count, number})}}',
  'detail.name': 'Name',
  'detail.language': 'Sprache',
  'detail.roles': 'Rollen',

  'by-system': 'das System',
  'by-command-line': 'der Betrieb',

  'chain-broken':
    'Eintrag {where} der Historie ist nicht der, der geschrieben wurde: Sein Hashwert passt nicht.',
  'sequence-gap': 'Vor Eintrag {where} der Historie fehlt etwas.',
  'history-impossible': 'Die Historie enthält etwas, das nicht geschehen sein kann ({where}).',
  'row-missing': 'Ein Datensatz, den die Historie kennt, fehlt: {where}.',
  'row-unexplained': 'Es gibt einen Datensatz, den die Historie nicht kennt: {where}.',
  'column-differs': 'Ein Datensatz ist nicht so, wie die Historie es sagt: {where}.',
  'ledger-unbalanced': 'Die Buchungen zu {where} gehen nicht auf.',
  'seal-broken': 'Ein Siegel hält der Prüfung nicht stand: {where}.',
}
