/**
 * For each refusal a title, and what is wrong and what to do. Its placeholders are the refusal's data.
 * Whole in one file, in the order of refusals.ts: a translator reads it from top to bottom, and a gap shows at once.
 */
import type { refusals as en } from '../en/refusals.ts'

export const refusals: { readonly [K in keyof typeof en]: string } = {
  'malformed-request.title': 'Anfrage nicht lesbar',
  'malformed-request':
    'Die Anfrage kann nicht gelesen werden. Prüfen Sie Inhalt und Kopfzeilen anhand der API-Referenz: Content-Type, gültiges JSON, If-Match als Version in doppelten Anführungszeichen.',
  'invalid-request.title': 'Anfrage fehlerhaft',
  'invalid-request':
    'Einige Felder der Anfrage fehlen oder sind falsch; jedes ist unter „errors“ genannt. Korrigieren Sie diese Felder und senden Sie die Anfrage erneut.',
  'cursor-invalid.title': 'Ungültiger Cursor',
  'cursor-invalid':
    'Der Cursor gehört nicht zu dieser Liste. Übernehmen Sie ihn unverändert aus „next“ der vorigen Seite oder lassen Sie ihn weg, um mit der ersten Seite zu beginnen.',
  'upload-missing.title': 'Keine Datei in der Anfrage',
  'upload-missing': 'Die Anfrage enthält keine Datei. Senden Sie genau eine Datei als multipart/form-data.',
  'no-such-address.title': 'Adresse nicht vorhanden',
  'no-such-address':
    'Unter dieser Adresse gibt es nichts. Alle Adressen und Methoden nennt die API-Referenz unter /docs.',
  'version-conflict.title': 'Zwischenzeitlich geändert',
  'version-conflict':
    'Der Stand wurde geändert, nachdem Sie ihn gelesen haben; aktuell ist Version {version}. Lesen Sie ihn neu, prüfen Sie Ihre Änderung daran und senden Sie sie noch einmal.',
  'upload-too-large.title': 'Zu groß',
  'upload-too-large':
    'Die Datei oder Anfrage ist größer als hier zulässig. Verkleinern Sie sie, etwa durch Scannen mit geringerer Auflösung oder durch Aufteilen, und senden Sie sie erneut.',
  'idempotency-key-reused.title': 'Idempotency-Key schon verwendet',
  'idempotency-key-reused':
    'Dieser Idempotency-Key wurde schon mit einer anderen Anfrage gesendet. Verwenden Sie für jede neue Anfrage einen neuen Schlüssel und denselben nur, um genau dieselbe Anfrage zu wiederholen.',

  'not-signed-in.title': 'Nicht angemeldet',
  'not-signed-in':
    'Die Anfrage enthält weder eine gültige Sitzung noch einen gültigen API-Schlüssel. Melden Sie sich an oder senden Sie einen Schlüssel, der weder abgelaufen noch widerrufen ist, als „Authorization: Bearer …“.',
  'sign-in-failed.title': 'Anmeldung fehlgeschlagen',
  'sign-in-failed':
    'E-Mail-Adresse und Passwort passen nicht zusammen. Prüfen Sie beides und versuchen Sie es erneut.',
  'not-allowed.title': 'Nicht erlaubt',
  'not-allowed':
    'Ihre Rolle schließt das nicht ein. Bitten Sie eine Person mit der nötigen Rolle darum oder lassen Sie sich die Rolle von der Administration geben.',
  'cross-site-request.title': 'Anfrage von fremder Seite',
  'cross-site-request':
    'Die Anfrage kam von einer anderen Website und wurde nicht ausgeführt. Öffnen Sie die Seite hier und wiederholen Sie den Schritt; Programme verwenden einen API-Schlüssel statt der Sitzung des Browsers.',
  'sign-in-blocked.title': 'Anmeldung vorübergehend gesperrt',
  'sign-in-blocked':
    'Für diese Adresse gab es zu viele Fehlversuche. Warten Sie {minutes, plural, one {# Minute} other {# Minuten}} und versuchen Sie es dann erneut.',

  'internal-error.title': 'Interner Fehler',
  'internal-error':
    'Bei uns ist ein Fehler aufgetreten. Versuchen Sie es noch einmal; tritt er wieder auf, nennen Sie dem Betreiber den Zeitpunkt Ihrer Anfrage.',
  'reader-died.title': 'Datei nicht gelesen',
  'reader-died':
    'Die Datei konnte wegen eines Fehlers bei uns nicht gelesen werden. Versuchen Sie es noch einmal; tritt er wieder auf, geben Sie die Datei bitte an die Programmbetreuung.',
  'too-busy.title': 'Zu viele Änderungen gleichzeitig',
  'too-busy':
    'Hier wird gerade vieles gleichzeitig geändert; Ihre Änderung wurde nicht ausgeführt. Senden Sie sie in einigen Sekunden erneut.',
  'not-ready.title': 'Nicht bereit',
  'not-ready':
    'Der Server erreicht seine Datenbank zurzeit nicht. Versuchen Sie es in einigen Sekunden erneut.',
  'database-folder-in-use.title': 'Datenbankordner in Gebrauch',
  'database-folder-in-use':
    'Die Datenbank in {folder} wird von einem anderen Prozess{pid, select, none {} other { (Nummer {pid})}} verwendet. Beenden Sie ihn oder wählen Sie mit TMIP_DATA einen anderen Ordner.',
  'database-version-mismatch.title': 'Datenbank anderer Version',
  'database-version-mismatch':
    'Die Datenbank in {folder} gehört zu PostgreSQL {found}; dieses Programm bringt PostgreSQL {needed} mit. Es wurde nichts geändert. Exportieren Sie die Daten mit Version {found} und importieren Sie sie mit Version {needed}, oder starten Sie das Programm, das sie geschrieben hat.',
  'database-binaries-missing.title': 'Keine Datenbank für diesen Rechner',
  'database-binaries-missing':
    'Die Programme von PostgreSQL für {platform} fehlen oder laufen hier nicht. Geben Sie mit DATABASE_URL einen eigenen PostgreSQL-Server an.{lines, select, none {} other { Gemeldet wurde:\n{lines}}}',
  'database-start-failed.title': 'Datenbank nicht gestartet',
  'database-start-failed':
    'Die Datenbank in {folder} ist nicht gestartet. Prüfen Sie, ob der Datenträger Platz hat und der Ordner beschreibbar ist.{lines, select, none {} other { Gemeldet wurde:\n{lines}}}',
  'storage-full.title': 'Speicher voll',
  'storage-full':
    'Für diese Datei ist kein Speicherplatz mehr vorhanden; es wurde nichts davon behalten. Versuchen Sie es später erneut; zuvor muss der Betreiber Platz schaffen.',

  'infected.title': 'Datei mit Schadsoftware',
  infected:
    'Der Virenscanner hat in dieser Datei {virus} gefunden. Sie wurde nicht angenommen, und niemand kann sie herunterladen. Prüfen Sie den Rechner, von dem sie stammt, und reichen Sie dann eine saubere Kopie ein.',
  'scanner-unavailable.title': 'Datei konnte nicht geprüft werden',
  'scanner-unavailable':
    'Jede Datei wird zuerst auf Viren geprüft, und der Scanner antwortet gerade nicht. Es wurde nichts gespeichert; versuchen Sie es in einigen Minuten noch einmal.',

  'took-too-long.title': 'Lesen dauerte zu lange',
  'took-too-long':
    'Das Lesen der Datei wurde nach {seconds, plural, one {# Sekunde} other {# Sekunden}} abgebrochen. Speichern oder scannen Sie sie neu, mit weniger Seiten oder geringerer Auflösung, und laden Sie sie erneut hoch.',
  'too-much-memory.title': 'Datei braucht zu viel Speicher',
  'too-much-memory':
    'Das Lesen der Datei braucht mehr als {megabytes, number} MB Arbeitsspeicher und wurde abgebrochen. Speichern oder scannen Sie sie neu, mit weniger Seiten oder geringerer Auflösung, und laden Sie sie erneut hoch.',

  'organisation-not-found.title': 'Organisation nicht gefunden',
  'organisation-not-found':
    'Eine solche Organisation gibt es nicht, oder Sie haben keinen Zugriff darauf. Prüfen Sie die Kennung.',
  'api-key-not-found.title': 'API-Schlüssel nicht gefunden',
  'api-key-not-found':
    'Sie haben keinen solchen API-Schlüssel, oder er ist bereits widerrufen. Die gültigen zeigt die Liste Ihrer Schlüssel.',
  'person-not-found.title': 'Person nicht gefunden',
  'person-not-found':
    'Eine solche Person gibt es nicht, oder Sie haben keinen Zugriff darauf. Prüfen Sie die Kennung in der Liste der Personen.',
  'invitation-not-found.title': 'Einladung nicht gefunden',
  'invitation-not-found':
    'Eine solche offene Einladung gibt es nicht, oder Sie haben keinen Zugriff darauf. Die Liste der Einladungen zeigt, welche noch angenommen werden können.',
  'invitation-not-valid.title': 'Einladung nicht gültig',
  'invitation-not-valid':
    'Diese Einladung gibt es nicht, oder sie ist abgelaufen, zurückgezogen oder bereits angenommen. Bitten Sie die Person, die Sie eingeladen hat, um eine neue.',
  'mandate-not-found.title': 'Vollmacht nicht gefunden',
  'mandate-not-found':
    'Eine solche Vollmacht gibt es nicht, oder Sie haben keinen Zugriff darauf. Prüfen Sie die Kennung in der Liste der Vollmachten.',
  'account-taken.title': 'Kundennummer vergeben',
  'account-taken':
    'Die Nummer {account} gehört bereits zu einer Organisation. Verwenden Sie diese Organisation oder eine andere Nummer.',
  'email-taken.title': 'E-Mail-Adresse vergeben',
  'email-taken': 'Eine Person mit dieser E-Mail-Adresse gibt es bereits. Verwenden Sie eine andere Adresse.',
  'access-ended.title': 'Zugang beendet',
  'access-ended':
    'Der Zugang von {name} ist beendet und lässt sich nicht mehr ändern. Laden Sie die Person erneut ein.',
  'own-access.title': 'Eigener Zugang',
  'own-access':
    'Den eigenen Zugang können Sie nicht beenden. Bitten Sie eine Kollegin oder einen Kollegen mit der nötigen Rolle darum.',
  'last-of-role.title': 'Letzte Person mit dieser Rolle',
  'last-of-role':
    'Niemand sonst in der Organisation hat die Rolle „{role}“, und jemand muss ihre Personen verwalten können. Geben Sie die Rolle zuerst einer anderen Person.',
  'unknown-time-zone.title': 'Unbekannte Zeitzone',
  'unknown-time-zone':
    '„{timeZone}“ ist keine Zeitzone. Geben Sie einen Namen aus der IANA-Liste an, etwa Europe/Berlin oder America/Chicago.',
  'role-not-of-organisation.title': 'Rolle nicht vorgesehen',
  'role-not-of-organisation':
    'Die Rolle „{role}“ gibt es in einer Organisation dieser Art nicht. Möglich sind: {allowed}.',
  'password-too-weak.title': 'Passwort zu schwach',
  'password-too-weak':
    'Ein Passwort braucht 12 bis 256 Zeichen und darf den Teil der E-Mail-Adresse vor dem @ nicht enthalten. Wählen Sie ein anderes.',
  'password-wrong.title': 'Passwort falsch',
  'password-wrong':
    'Das bisherige Passwort ist nicht richtig. Geben Sie es erneut ein; das Passwort wurde nicht geändert.',
  'mandate-ended.title': 'Vollmacht beendet',
  'mandate-ended': 'Diese Vollmacht ist beendet und lässt sich nicht mehr ändern. Erteilen Sie eine neue.',
  'mandate-end-passed.title': 'Ende in der Vergangenheit',
  'mandate-end-passed':
    'Eine Vollmacht kann nicht rückwirkend enden: Was der Partner bisher getan hat, geschah mit ihr. Wählen Sie ein späteres Ende, oder widerrufen Sie die Vollmacht, damit sie sofort endet.',
  'mandate-period-invalid.title': 'Laufzeit der Vollmacht falsch',
  'mandate-period-invalid':
    'Eine Vollmacht muss nach ihrem Beginn enden, spätestens nach {longestDays, number} Tagen. Wählen Sie ein anderes Ende.',

  'programme-not-found.title': 'Programm nicht gefunden',
  'programme-not-found':
    'Das Programm „{programme}“ gibt es nicht. Wählen Sie eines aus der Liste der Programme.',
  'programme-version-not-found.title': 'Programmversion nicht gefunden',
  'programme-version-not-found':
    'Das Programm „{programme}“ hat keine Version „{programmeVersion}“. Lassen Sie die Version weg, um die aktuelle zu verwenden.',
  'catalogue-not-sent.title': 'Katalog nicht mitgesendet',
  'catalogue-not-sent':
    'Das Programm nennt die Katalogdatei {catalogue}, die die aktuelle Version nicht hat. Schreiben Sie die Geräte unter „parts“ in die Datei, oder veröffentlichen Sie auf der Kommandozeile mit „tmip programme publish“, wo die Katalogdatei daneben liegt.',
  'programme-version-taken.title': 'Programmversion vergeben',
  'programme-version-taken':
    'Version {programmeVersion} des Programms „{id}“ ist mit anderem Inhalt veröffentlicht und bleibt, wie sie ist. Geben Sie den geänderten Regeln eine neue Version.',
  'no-site-for-country.title': 'Kein Standort für den Wareneingang',
  'no-site-for-country':
    'Die Version des Programms, die für diese Bestellung gilt, hat keinen Standort, der Ware aus {country} annimmt; eine neue Version ändert daran nichts. Vereinbaren Sie mit der Programmbetreuung einen anderen Weg, etwa die Vernichtung vor Ort.',
  'programme-unreadable.title': 'Datei nicht lesbar',
  'programme-unreadable':
    'Die Datei {file} kann nicht gelesen werden ({reason}). Prüfen Sie Name, Zugriffsrechte und Größe.',
  'programme-invalid.title': 'Programm fehlerhaft',
  'programme-invalid':
    'Das Programm hat {problems, plural, one {einen Fehler} other {# Fehler}} und wurde nicht übernommen. Was zu korrigieren ist, steht mit Zeile und Spalte dabei; senden Sie die Datei danach erneut.',
  'catalogue-invalid.title': 'Katalog fehlerhaft',
  'catalogue-invalid':
    'Der Katalog hat {problems, plural, one {einen Fehler} other {# Fehler}} und wurde nicht übernommen. Was zu korrigieren ist, steht mit Zeile und Spalte dabei; senden Sie die Datei danach erneut.',
  'rejection-code-unknown.title': 'Unbekannter Ablehnungsgrund',
  'rejection-code-unknown':
    'Das Programm hat für diese Ablehnung keinen Grund „{code}“. Es kennt: {known}. Wählen Sie einen davon, der hier gilt.',

  'order-not-found.title': 'Bestellung nicht gefunden',
  'order-not-found':
    'Eine solche Bestellung gibt es nicht, oder Sie haben keinen Zugriff darauf. Prüfen Sie die Kennung in der Liste der Bestellungen.',
  'customer-not-found.title': 'Kunde nicht gefunden',
  'customer-not-found':
    'Einen Kunden mit der Kundennummer „{account}“, für den Sie handeln dürfen, gibt es nicht. Prüfen Sie die Nummer oder lassen Sie den Kunden zuerst anlegen.',
  'partner-not-found.title': 'Partner nicht gefunden',
  'partner-not-found':
    'Einen Partner mit der Nummer „{account}“ gibt es nicht. Prüfen Sie die Nummer oder lassen Sie den Partner zuerst anlegen.',
  'order-number-taken.title': 'Bestellnummer vergeben',
  'order-number-taken':
    'Eine Bestellung mit dieser Nummer ist bereits registriert. Sehen Sie dort nach oder korrigieren Sie die Nummer.',
  'order-already-cancelled.title': 'Bestellung storniert',
  'order-already-cancelled':
    'Die Bestellung ist storniert und kann nicht mehr bearbeitet werden. Soll sie doch gelten, registrieren Sie sie unter einer neuen Nummer.',
  'order-has-cases.title': 'Bestellung hat Tickets',
  'order-has-cases':
    'Das ist an der Bestellung nicht mehr möglich: Ihre Geräte gehören zu {cases}. Klären Sie sie im Ticket.',
  'order-invalid.title': 'Bestellung fehlerhaft',
  'order-invalid':
    'Die Bestellung hat {problems, plural, one {einen Fehler} other {# Fehler}} und wurde nicht registriert. Was zu korrigieren ist, steht unter „errors“; senden Sie die Bestellung danach erneut.',
  'date-in-future.title': 'Datum in der Zukunft',
  'date-in-future':
    '„{found}“ liegt in der Zukunft; beim Kunden ist der {today}. Geben Sie den tatsächlichen Tag an.',
  'no-trade-ins.title': 'Keine Altgeräte',
  'no-trade-ins':
    'Die Bestellung sieht kein Altgerät vor. Geben Sie mindestens eine SKU an, die in Zahlung gegeben wird, mit ihrer Menge.',
  'too-many-units.title': 'Zu viele Geräte',
  'too-many-units':
    'Die Bestellung nennt {found, number} Geräte; eine Bestellung nimmt höchstens {most, number} auf. Verteilen Sie sie auf mehrere Bestellungen.',
  'currency-not-offered.title': 'Währung nicht angeboten',
  'currency-not-offered':
    'Das Programm gewährt keine Rabatt-Credits in {currency}. Registrieren Sie die Bestellung in einer seiner Währungen: {offered}.',
  'sku-not-eligible.title': 'SKU nicht teilnahmeberechtigt',
  'sku-not-eligible':
    'Das Programm nimmt {sku} nicht an. {suggestions, select, none {Prüfen Sie die SKU am Gerät oder im Programm.} other {Vielleicht ist {suggestions} gemeint.}}',
  'phase-not-valid-on.title': 'An diesem Tag nicht angenommen',
  'phase-not-valid-on':
    'Das Programm nimmt {sku} an, aber nicht für eine Bestellung vom {on}. Prüfen Sie das Bestelldatum; wann welche Phase gilt, steht im Programm.',
  'new-family-not-in-phase.title': 'Kein Rabatt-Credit für diese Familie',
  'new-family-not-in-phase':
    'Für {sku} gibt es beim Kauf neuer Geräte der Familie {newFamily} keinen Rabatt-Credit. Es gibt ihn für: {families}. Korrigieren Sie die Familie oder nehmen Sie das Gerät heraus.',
  'no-credit-listed.title': 'Kein Rabatt-Credit vorgesehen',
  'no-credit-listed':
    'Das Programm sieht für {sku}{newFamily, select, none { ohne Angabe einer neuen Gerätefamilie} other { beim Kauf neuer Geräte der Familie {newFamily}}} mit diesem Nutzungsmodell keinen Rabatt-Credit vor. Prüfen Sie die Angaben oder fragen Sie die Programmbetreuung.',
  'serials-not-quantity.title': 'Seriennummern und Menge verschieden',
  'serials-not-quantity':
    'Für {expected, plural, one {# Gerät} other {# Geräte}} {found, plural, one {ist # Seriennummer} other {sind # Seriennummern}} angegeben. Nennen Sie für jedes Gerät eine oder gar keine.',
  'serials-needed-before-order.title': 'Seriennummern fehlen',
  'serials-needed-before-order':
    'Dieses Programm verlangt die Seriennummern schon mit der Bestellung. Geben Sie {expected, plural, one {die Seriennummer dieses Geräts} other {für jedes der # Geräte die Seriennummer}} an.',

  'import-unreadable.title': 'CSV-Datei nicht lesbar',
  'import-unreadable':
    'Bei Zeile {line} ist die Datei kein gültiges CSV mehr. Prüfen Sie dort, ob jedes Anführungszeichen geschlossen ist und die Zeile so viele Felder hat wie die erste.',
  'import-columns.title': 'Spalten oder Zeilen fehlen',
  'import-columns':
    'Die Datei hat keine Zeilen, oder ihr fehlen die Spalten {missing}. Ihre erste Zeile muss alle diese Namen enthalten: {expected}.',
  'import-too-long.title': 'Zu viele Zeilen',
  'import-too-long':
    'Die Datei hat mehr als {most, number} Zeilen. Teilen Sie sie auf mehrere Dateien auf und lassen Sie dabei die Zeilen einer Bestellung zusammen.',
  'import-invalid.title': 'Fehlerhafte Zeilen',
  'import-invalid':
    'Es wurde nichts registriert: {problems, plural, one {Ein Fehler wurde} other {# Fehler wurden}} gefunden{more, select, true {, weitere sind nicht aufgeführt} other {}}. Was zu korrigieren ist, steht mit Zeile und Spalte dabei; senden Sie danach die ganze Datei erneut.',
  'import-order-number.title': 'Bestellnummer falsch',
  'import-order-number':
    'Die Bestellnummer {found, select, none {fehlt} other {„{found}“ ist zu lang}}. Geben Sie 1 bis 60 Zeichen an.',
  'import-date.title': 'Bestelldatum falsch',
  'import-date':
    '{found, select, none {Das Bestelldatum fehlt.} other {„{found}“ ist kein Kalendertag.}} Schreiben Sie es als Jahr-Monat-Tag, etwa 2026-03-31.',
  'import-quantity.title': 'Menge falsch',
  'import-quantity':
    '{found, select, none {Die Menge fehlt.} other {„{found}“ ist keine Menge.}} Geben Sie eine ganze Zahl von 1 bis 10.000 an.',
  'import-kind.title': 'Art der Zeile falsch',
  'import-kind':
    '{found, select, none {Die Art der Zeile fehlt.} other {„{found}“ ist keine Art von Zeile.}} Schreiben Sie „new“ für neue Geräte und „trade-in“ für ein Altgerät.',
  'import-sku.title': 'SKU falsch',
  'import-sku':
    'Die SKU {found, select, none {fehlt} other {„{found}“ ist zu lang}}. Geben Sie 1 bis 60 Zeichen an.',
  'import-order-differs.title': 'Zeilen einer Bestellung verschieden',
  'import-order-differs':
    'In {field, select, programme {programme} customerAccount {customer_account} partnerAccount {partner_account} purchaseOrder {purchase_order} placedOn {placed_on} lastShippedOn {last_shipped_on} currency {currency} newFamily {new_family} other {{field}}} steht hier ein anderer Wert als in Zeile {firstLine}, wo die Bestellung beginnt. Alle Zeilen einer Bestellung müssen darin übereinstimmen.',

  'case-not-found.title': 'Ticket nicht gefunden',
  'case-not-found':
    'Ein solches Ticket gibt es nicht, oder Sie haben keinen Zugriff darauf. Prüfen Sie die Ticketnummer.',
  'unit-not-in-case.title': 'Gerät nicht im Ticket',
  'unit-not-in-case':
    'Das Ticket hat kein Gerät mit der Zeilennummer {row}. Prüfen Sie die Nummer in der Geräteliste.',
  'case-closed.title': 'Ticket geschlossen',
  'case-closed':
    'Das Ticket ist geschlossen, weil nichts mehr aussteht. Fehlt doch noch etwas, wenden Sie sich an die Programmbetreuung.',
  'no-units-left.title': 'Keine Geräte übrig',
  'no-units-left':
    'Alle Geräte der Bestellung {number} gehören schon zu einem Ticket. Arbeiten Sie dort weiter oder ändern Sie dort den Weg.',
  'units-not-free.title': 'Geräte nicht frei',
  'units-not-free':
    'Nicht Teil der Bestellung oder schon in einem Ticket: Nr. {rows}. Wählen Sie nur Zeilennummern, die noch frei sind.',
  'last-shipment-unknown.title': 'Tag der letzten Lieferung fehlt',
  'last-shipment-unknown':
    'Die Frist der Bestellung {number} beginnt mit der letzten Lieferung, deren Tag noch nicht bekannt ist. Lassen Sie ihn von der Programmbetreuung eintragen oder geben Sie ihn mit der Bestellung an; eröffnen Sie danach das Ticket.',
  'unit-not-waivable.title': 'Gerät kann nicht erlassen werden',
  'unit-not-waivable':
    'Gerät {row} ist {state} und kann nicht mehr erlassen werden. Das geht nur, solange ein Gerät weder versandt noch erledigt ist.',
  'serial-reserved.title': 'Seriennummer nicht verfügbar',
  'serial-reserved':
    'Diese Seriennummer ist bereits registriert und kann hier nicht verwendet werden. Prüfen Sie sie am Gerät; stimmt sie, wenden Sie sich an die Programmbetreuung.',
  'serial-swap.title': 'Seriennummer noch vergeben',
  'serial-swap':
    'Gerät {row} soll die Seriennummer {found} erhalten, die Gerät {heldBy} noch trägt und im selben Schritt abgibt. Ändern Sie zuerst Gerät {heldBy}, danach Gerät {row}. Sollen zwei Seriennummern getauscht werden, kennzeichnen Sie im Ticket zuerst Gerät {heldBy} als unlesbar; damit wird seine Nummer frei.',
  'serial-locked.title': 'Seriennummer steht fest',
  'serial-locked':
    'Die Seriennummer von Gerät {row} kann nicht mehr geändert werden: Das Gerät ist eingegangen, als vernichtet gemeldet oder erledigt. Ist sie falsch, wenden Sie sich an die Programmbetreuung.',
  'route-locked.title': 'Weg steht fest',
  'route-locked':
    'Der Weg von Gerät {row} kann nicht mehr geändert werden: Das Gerät ist unterwegs, als vernichtet gemeldet oder erledigt. Muss er doch geändert werden, wenden Sie sich an die Programmbetreuung.',
  'route-not-offered.title': 'Weg nicht angeboten',
  'route-not-offered':
    'Das Programm bietet {route, select, return {die Inzahlungnahme} destroy {die Vernichtung} other {{route}}} für die Geräte dieser Bestellung nicht an. Wählen Sie den anderen Weg.',
  'serial-malformed.title': 'Keine Seriennummer',
  'serial-malformed':
    '„{found}“ ist keine Seriennummer. Übernehmen Sie sie vom Typenschild des Geräts: 3 bis 40 Buchstaben und Ziffern, dazwischen auch - . / _.',
  'serial-repeated.title': 'Seriennummer doppelt',
  'serial-repeated':
    'Die Seriennummer {found} ist für zwei Geräte derselben Art angegeben. Korrigieren Sie eine davon; stimmen beide, wenden Sie sich an die Programmbetreuung.',
  'units-refused.title': 'Nichts geändert',
  'units-refused':
    '{problems, plural, one {Eine der Änderungen ist} other {# der Änderungen sind}} nicht möglich; deshalb wurde keine vorgenommen. Jede davon ist mit ihrer Stelle genannt. Korrigieren Sie sie und senden Sie alle Änderungen erneut.',
  'row-repeated.title': 'Gerät mehrfach genannt',
  'row-repeated':
    'Gerät {row} kommt in mehreren der Änderungen vor. Fassen Sie in einer zusammen, was sich daran ändern soll.',

  'extension-asker-not-allowed.title': 'Nicht antragsberechtigt',
  'extension-asker-not-allowed':
    'In diesem Programm kann eine Fristverlängerung nur beantragt werden durch: {allowed}. Lassen Sie den Antrag von dort stellen.',
  'extension-not-yours.title': 'Nicht Ihre Entscheidung',
  'extension-not-yours':
    'Über eine Fristverlängerung dieser Länge entscheidet: {approvedBy}. Geben Sie den Antrag weiter.',
  'extension-not-found.title': 'Antrag nicht gefunden',
  'extension-not-found':
    'Das Ticket hat keinen Antrag auf Fristverlängerung mit dieser Nummer. Prüfen Sie die Nummer im Ticket.',
  'extension-not-offered.title': 'Keine Fristverlängerung',
  'extension-not-offered':
    'Dieses Programm gewährt keine Fristverlängerung; die Frist bleibt bestehen. Senden Sie die Geräte bis dahin zurück oder lassen Sie sie vernichten.',
  'extension-pending.title': 'Antrag noch offen',
  'extension-pending':
    'Über den Antrag auf Fristverlängerung Nummer {number} zu diesem Ticket ist noch nicht entschieden. Warten Sie die Entscheidung ab; bis dahin bleibt die Frist bestehen.',
  'extension-decided.title': 'Bereits entschieden',
  'extension-decided':
    'Über diesen Antrag auf Fristverlängerung ist bereits entschieden. Wird ein anderer Termin gebraucht, muss ein neuer Antrag gestellt werden.',
  'extension-too-many.title': 'Keine weitere Fristverlängerung',
  'extension-too-many':
    '{granted, plural, one {Eine Fristverlängerung wurde} other {# Fristverlängerungen wurden}} bereits gewährt; das Programm erlaubt {howMany, number}. Die Frist bleibt bestehen: Senden Sie die Geräte bis dahin zurück oder lassen Sie sie vernichten.',
  'extension-at-maximum.title': 'Kein späterer Termin möglich',
  'extension-at-maximum':
    'Das Programm verlängert die Frist dieses Tickets höchstens bis zum {latestDueOn}; das ist ausgeschöpft. Senden Sie die Geräte bis zur Frist zurück oder lassen Sie sie vernichten.',
  'extension-asked-late.title': 'Zu spät beantragt',
  'extension-asked-late':
    'Die Frist endete am {currentDueOn}; der Antrag kam am {askedOn}. Dieses Programm verlängert keine abgelaufene Frist. Wenden Sie sich an die Programmbetreuung.',
  'extension-not-later.title': 'Nicht später als die Frist',
  'extension-not-later':
    'Die Frist läuft ohnehin bis zum {currentDueOn}; der {newDueOn} liegt nicht danach. Beantragen Sie einen späteren Tag.',
  'extension-over-maximum.title': 'Über die Höchstdauer hinaus',
  'extension-over-maximum':
    'Die Frist dieses Tickets kann höchstens bis zum {latestDueOn} verlängert werden; beantragt war der {newDueOn}. Beantragen Sie diesen oder einen früheren Tag.',

  'attachment-not-found.title': 'Datei nicht gefunden',
  'attachment-not-found':
    'Das Ticket hat keine Datei mit dieser Nummer. Wählen Sie eine aus der Liste seiner Dateien.',
  'history-entry-not-found.title': 'Eintrag nicht gefunden',
  'history-entry-not-found':
    'Der Verlauf hat keinen Eintrag mit dieser Nummer. Wählen Sie einen aus seiner Liste.',
  'thread-not-waiting.title': 'Nichts zu beantworten',
  'thread-not-waiting':
    'Zu diesem Ticket wartet keine Nachricht mehr auf eine Antwort: Sie ist bereits beantwortet oder erledigt.',
  'attachments-not-usable.title': 'Dateien nicht anzuhängen',
  'attachments-not-usable':
    'Diese Dateien können der Nachricht nicht angehängt werden: Nr. {numbers}. Es gibt sie nicht, sie gehören zu einer anderen Nachricht oder wurden von einer anderen Organisation hochgeladen. Laden Sie die Datei erneut hoch und geben Sie ihre neue Nummer an.',

  'form-unreadable.title': 'Formular nicht darstellbar',
  'form-unreadable':
    'Die Datei dieses Formulars lässt sich nicht mehr öffnen. Laden Sie sie herunter, wie sie eingereicht wurde, und laden Sie sie erneut hoch.',
  'sheet-not-found.title': 'Tabellenblatt nicht gefunden',
  'sheet-not-found':
    'Die Datei hat kein Tabellenblatt mit diesem Namen. Welche es gibt, sagt die Antwort ohne Namen.',
  'form-not-found.title': 'Formular nicht gefunden',
  'form-not-found':
    'Das Ticket hat kein Formular mit dieser Version. Wählen Sie eines aus der Liste seiner Formulare.',
  'form-has-problems.title': 'Formular hat Fehler',
  'form-has-problems':
    'Das Formular hat {problems, plural, one {einen Fehler} other {# Fehler}} und kann nicht übernommen werden. Korrigieren Sie die Datei und laden Sie sie erneut hoch.',
  'form-superseded.title': 'Nicht das neueste Formular',
  'form-superseded':
    'Dieses Formular kann nicht mehr übernommen werden; das neueste des Tickets ist Version {newest}. Sehen Sie sich dieses an oder laden Sie das Formular erneut hoch.',
  'form-has-no-columns.title': 'Keine Spalten zu bestätigen',
  'form-has-no-columns':
    'Diese Datei ist ein Formular für die Inzahlungnahme oder die Ausgabe eines Geräts und sagt selbst, welche Spalte was enthält.',
  'columns-unusable.title': 'Spalten nicht verwendbar',
  'columns-unusable':
    'Geben Sie die Spalte der SKU oder der Teilenummer an und ordnen Sie jedes Feld nur einer Spalte zu.',
  'form-no-longer-fits.title': 'Ticket inzwischen geändert',
  'form-no-longer-fits':
    'Das Ticket hat sich geändert, seit dieses Formular hochgeladen wurde; {problems, plural, one {eine Zeile passt} other {# Zeilen passen}} nicht mehr dazu. Laden Sie das aktuelle Formular herunter, übertragen Sie Ihre Angaben und laden Sie es hoch.',
  'form-refused.title': 'Formular nicht angenommen',
  'form-refused': '{problem} Das Formular wurde nicht übernommen; das Ticket ist unverändert.',
  'line-row-unknown.title': 'Unbekannte Zeilennummer',
  'line-row-unknown':
    'Das Ticket hat kein Gerät Nummer {row}. Lassen Sie die Nummern der ersten Spalte stehen und diese Spalte in eigenen neuen Zeilen leer.',
  'line-sku-differs.title': 'Andere SKU',
  'line-sku-differs':
    'Gerät {row} hat die SKU {expected}; im Formular steht {found}. Tragen Sie {expected} ein oder, wenn ein anderes Gerät gemeint ist, dieses in seiner eigenen Zeile.',
  'line-unit-left.title': 'Mehr Geräte als geschuldet',
  'line-unit-left':
    'Das Formular nennt mehr Geräte der SKU {found}, als zum Ticket gehören. Streichen Sie die überzähligen Zeilen oder verringern Sie die Menge.',

  'page-not-found.title': 'Seite nicht vorhanden',
  'page-not-found':
    'Das Dokument hat {pages, plural, one {eine Seite} other {# Seiten}}. Wählen Sie eine davon.',
  'picture-kind.title': 'Art des Bildes nicht zugelassen',
  'picture-kind':
    'Seinem Inhalt nach ist das kein Bild der Art, die hier angenommen wird, gleich wie die Datei heißt. Zugelassen: {accepted}. Auf iPhone und iPad wählen Sie in den Kameraeinstellungen „Maximale Kompatibilität“.',
  'picture-damaged.title': 'Bild nicht darstellbar',
  'picture-damaged':
    'Das Bild ist beschädigt oder unvollständig und lässt sich nicht darstellen. Nehmen Sie es noch einmal auf.',

  'certificate-not-found.title': 'Verwertungsbestätigung nicht gefunden',
  'certificate-not-found':
    'Das Ticket hat keine solche Verwertungsbestätigung, oder ihr unterzeichnetes Dokument liegt noch nicht vor. Wählen Sie eine aus der Liste seiner Verwertungsbestätigungen.',
  'no-units-to-destroy.title': 'Nichts zu vernichten',
  'no-units-to-destroy':
    'Das Ticket hat kein zu vernichtendes Gerät, für das noch eine Verwertungsbestätigung fehlt. Stellen Sie zuerst den Weg der Geräte auf Vernichtung um.',
  'units-not-to-destroy.title': 'Geräte nicht zu vernichten',
  'units-not-to-destroy':
    'Für diese Geräte kann keine Verwertungsbestätigung ausgestellt werden: Nr. {rows}. Sie gehören nicht zum Ticket, sind zurückzusenden oder stehen auf einer eingereichten Verwertungsbestätigung. Lassen Sie sie weg oder ändern Sie ihren Weg.',
  'certificate-not-open.title': 'Nichts einzureichen',
  'certificate-not-open':
    'Diese Verwertungsbestätigung ist {state}; ein unterzeichnetes Dokument kann dazu nicht eingereicht werden. Wird eines gebraucht, lassen Sie eine neue Verwertungsbestätigung ausstellen.',
  'certificate-covers-nothing.title': 'Betrifft kein Gerät mehr',
  'certificate-covers-nothing':
    'Keines der Geräte dieser Verwertungsbestätigung wartet noch darauf: Sie sind eingegangen oder nehmen einen anderen Weg. Lehnen Sie die Bestätigung stattdessen ab.',
  'certificate-not-in-review.title': 'Nichts zu entscheiden',
  'certificate-not-in-review':
    'Diese Verwertungsbestätigung ist {state}. Annehmen oder ablehnen lässt sich nur eine, die unterzeichnet eingereicht und noch nicht entschieden ist.',
  'certificate-serials-missing.title': 'Seriennummern fehlen',
  'certificate-serials-missing':
    'Für diese Geräte fehlt noch die Seriennummer: Nr. {rows}. Tragen Sie sie im Ticket ein, lassen Sie die Verwertungsbestätigung neu ausstellen und diese unterzeichnen.',
  'certificate-outdated.title': 'Verwertungsbestätigung überholt',
  'certificate-outdated':
    'Diese Geräte haben sich geändert, seit die Verwertungsbestätigung ausgestellt wurde: Nr. {rows}. Lassen Sie sie neu ausstellen und diese unterzeichnen.',
  'media-type-not-accepted.title': 'Dateiart nicht angenommen',
  'media-type-not-accepted':
    'Ihrem Inhalt nach ist das keine Datei der Art, die hier angenommen wird, gleich wie sie heißt. Angenommen wird: {accepted}.',
  'units-not-on-certificate.title': 'Geräte nicht auf der Verwertungsbestätigung',
  'units-not-on-certificate':
    'Diese Geräte sind mit dieser Verwertungsbestätigung nicht gemeldet: Nr. {rows}. Nennen Sie nur Geräte, die darauf stehen.',

  'shipment-not-found.title': 'Sendung nicht gefunden',
  'shipment-not-found':
    'Zu diesem Ticket gibt es keine Sendung mit dieser Nummer. Die vorhandenen Nummern finden Sie in der Liste der Sendungen des Tickets.',
  'document-too-large.title': 'Dokument zu groß',
  'document-too-large':
    'Das Dokument hat {megabytes, number} MB; zulässig sind {limit, number} MB. Scannen Sie es mit geringerer Auflösung oder in Graustufen und laden Sie es erneut hoch.',
  'not-pdf-or-jpeg.title': 'Weder PDF noch JPEG',
  'not-pdf-or-jpeg':
    'Ihrem Inhalt nach ist die Datei weder PDF noch JPEG{found, select, none {} other {, sondern {found}}}, gleich wie sie heißt. Scannen oder speichern Sie die unterzeichnete Verwertungsbestätigung als PDF oder JPEG und laden Sie diese Datei hoch.',
  'empty-file.title': 'Leere Datei',
  'empty-file':
    'Die Datei ist leer. Prüfen Sie, ob sie vollständig gespeichert und übertragen wurde, und laden Sie sie erneut hoch.',
  'pdf-truncated.title': 'PDF unvollständig',
  'pdf-truncated':
    'Das PDF ist unvollständig: Sein Ende fehlt. Übertragen oder scannen Sie es noch einmal und laden Sie es erneut hoch.',
  'pdf-damaged.title': 'PDF beschädigt',
  'pdf-damaged':
    'Das PDF ist beschädigt und lässt sich nicht zuverlässig lesen. Öffnen Sie es und speichern oder drucken Sie es als neues PDF, oder scannen Sie das Papier noch einmal, und laden Sie diese Datei hoch.',
  'pdf-encrypted.title': 'PDF verschlüsselt',
  'pdf-encrypted':
    'Das PDF ist verschlüsselt oder mit einem Passwort geschützt. Speichern Sie es ohne Schutz und laden Sie es erneut hoch.',
  'pdf-with-javascript.title': 'PDF mit JavaScript',
  'pdf-with-javascript':
    'Das PDF enthält JavaScript; Dokumente mit Programmcode werden nicht angenommen. Drucken Sie es als neues PDF oder scannen Sie das Papier und laden Sie diese Datei hoch.',
  'pdf-with-action.title': 'PDF mit aktivem Inhalt',
  'pdf-with-action':
    'Das PDF enthält eine Aktion, die etwas öffnet oder sendet ({action}). Drucken Sie es als neues PDF oder scannen Sie das Papier und laden Sie diese Datei hoch.',
  'pdf-with-embedded-files.title': 'PDF mit Anhängen',
  'pdf-with-embedded-files':
    'Im PDF stecken weitere Dateien. Speichern Sie es ohne Anhänge und laden Sie es erneut hoch.',
  'pdf-without-pages.title': 'PDF ohne Seiten',
  'pdf-without-pages':
    'Das PDF hat keine Seiten. Scannen Sie die unterzeichnete Verwertungsbestätigung noch einmal und laden Sie sie hoch.',
  'too-many-pages.title': 'Zu viele Seiten',
  'too-many-pages':
    'Das PDF hat {pages, number} Seiten; zulässig sind {limit, number}. Laden Sie nur die Seiten dieser Verwertungsbestätigung hoch.',
  'jpeg-truncated.title': 'JPEG unvollständig',
  'jpeg-truncated':
    'Das JPEG-Bild ist unvollständig: Sein Ende fehlt. Übertragen oder scannen Sie es noch einmal und laden Sie es erneut hoch.',
  'jpeg-damaged.title': 'JPEG beschädigt',
  'jpeg-damaged':
    'Das JPEG-Bild ist beschädigt. Scannen oder fotografieren Sie das Papier noch einmal und laden Sie diese Datei hoch.',
  'too-many-pixels.title': 'Bild zu groß',
  'too-many-pixels':
    'Das Bild misst {width, number} × {height, number} Pixel; zulässig sind {megapixels, number} Megapixel. Scannen Sie das Papier mit geringerer Auflösung, etwa 300 dpi, und laden Sie diese Datei hoch.',

  'instructions-not-sent.title': 'Noch keine Versandanweisungen',
  'instructions-not-sent':
    'Die Versandanweisungen zu diesem Ticket sind noch nicht verschickt; sie folgen, sobald das Formular für die Inzahlungnahme übernommen ist. Übernehmen Sie das Formular oder warten Sie einen Moment.',
  'no-units-to-ship.title': 'Nichts zu versenden',
  'no-units-to-ship':
    'Das Ticket hat kein zurückzusendendes Gerät, das nicht schon unterwegs oder erledigt ist. Soll ein Gerät zurückgesandt werden, ändern Sie zuerst seinen Weg.',
  'units-not-to-ship.title': 'Geräte nicht zu versenden',
  'units-not-to-ship':
    'Diese Geräte können nicht versandt werden: Nr. {rows}. Sie gehören nicht zum Ticket, sind zu vernichten oder schon unterwegs oder erledigt. Lassen Sie sie weg.',
  'serials-needed-before-shipping.title': 'Seriennummern fehlen',
  'serials-needed-before-shipping':
    'Dieses Programm verlangt die Seriennummern vor dem Versand; bei diesen Geräten fehlen sie: Nr. {rows}. Tragen Sie sie im Ticket ein oder laden Sie das ergänzte Formular hoch.',

  'receipt-not-found.title': 'Wareneingang nicht gefunden',
  'receipt-not-found':
    'Einen solchen Wareneingang gibt es nicht. Eröffnen Sie zuerst einen und scannen Sie dann.',
  'scan-not-found.title': 'Scan nicht gefunden',
  'scan-not-found':
    'Dieser Wareneingang hat keinen Scan mit dieser Nummer. Wählen Sie einen aus der Liste seiner Scans.',
  'photo-not-found.title': 'Foto nicht gefunden',
  'photo-not-found':
    'Ein Foto mit dieser Nummer gibt es nicht. Welche Fotos vorhanden sind, steht beim Scan.',
  'receipt-closed.title': 'Wareneingang abgeschlossen',
  'receipt-closed':
    'Dieser Wareneingang ist abgeschlossen und nimmt keine Scans mehr auf. Beginnen Sie einen neuen.',
  'too-many-photos.title': 'Genug Fotos',
  'too-many-photos':
    'Zu diesem Scan gibt es bereits {limit, number} Fotos; mehr werden nicht angenommen. Wählen Sie einen anderen Scan, falls das Foto dorthin gehört.',
  'goods-not-found.title': 'Ware nicht gefunden',
  'goods-not-found':
    'Unter diesem Wareneingang und dieser Nummer liegt keine nicht zuordenbare Ware. Wählen Sie sie aus der Liste der nicht zuordenbaren Ware.',
  'goods-resolved.title': 'Ware bereits zugeordnet',
  'goods-resolved':
    'Diese Ware ist bereits zugeordnet. Was noch aussteht, zeigt die Liste der nicht zuordenbaren Ware.',
  'unit-not-receivable.title': 'Kein Wareneingang mehr möglich',
  'unit-not-receivable':
    'Gerät {row} ist {state}; ein weiterer Wareneingang ist dafür nicht möglich. Wählen Sie ein anderes Gerät des Tickets oder ein anderes Ticket.',

  'charge-back-same-person.title': 'Eine zweite Person entscheidet',
  'charge-back-same-person':
    'Sie haben diese Nachbelastung selbst vorgeschlagen. Lassen Sie eine andere Person der Finanzabteilung darüber entscheiden.',
  'charge-back-not-found.title': 'Nachbelastung nicht gefunden',
  'charge-back-not-found':
    'Das Ticket hat keine Nachbelastung mit dieser Nummer. Prüfen Sie die Nummer im Ticket.',
  'case-not-overdue.title': 'Noch nicht überfällig',
  'case-not-overdue':
    'Die Frist des Tickets endet am {dueOn}; nachbelastet wird erst nach der Nachfrist, die am {graceEndsOn} endet. Schlagen Sie die Nachbelastung danach vor.',
  'charge-back-vendor-turn.title': 'Der Hersteller ist am Zug',
  'charge-back-vendor-turn':
    '{because, select, instructions {Der Kunde wartet noch auf die Versandanweisungen. Senden Sie diese zuerst; die Nachbelastung muss warten.} other {Eine unterzeichnete Verwertungsbestätigung des Kunden wartet auf ihre Prüfung. Entscheiden Sie zuerst darüber; die Nachbelastung muss warten.}}',
  'charge-back-goods-held.title': 'Ware liegt im Wareneingang',
  'charge-back-goods-held':
    'Im Wareneingang {count, plural, one {liegt ein Gerät, das} other {liegen # Geräte, die}} zu diesem Ticket gehören {count, plural, one {kann} other {können}}. Ordnen Sie {count, plural, one {es} other {sie}} zuerst zu; was zurückgekommen ist, wird niemandem berechnet.',
  'charge-back-waiting.title': 'Nachbelastung bereits vorgeschlagen',
  'charge-back-waiting':
    'Die Nachbelastung Nummer {number} zu diesem Ticket wartet auf ihre Entscheidung. Entscheiden Sie zuerst darüber, bevor eine weitere vorgeschlagen wird.',
  'charge-back-decided.title': 'Bereits entschieden',
  'charge-back-decided':
    'Über diese Nachbelastung ist bereits entschieden. Soll mehr nachbelastet werden, muss eine neue vorgeschlagen werden.',
  'nothing-chargeable.title': 'Nichts nachzubelasten',
  'nothing-chargeable':
    'Keines dieser Geräte kann nachbelastet werden: Sie sind unterwegs, eingegangen, als vernichtet gemeldet oder erledigt, oder es wurde dafür kein Rabatt-Credit im Voraus gewährt.',
  'units-not-chargeable.title': 'Geräte können nicht nachbelastet werden',
  'units-not-chargeable':
    'Nicht im Ticket, unterwegs oder erledigt: Nr. {rows}. Nennen Sie nur Geräte, die noch offen sind.',
  'exposure-range-invalid.title': 'Monate in falscher Reihenfolge',
  'exposure-range-invalid': 'Der erste Monat liegt nach dem letzten. Vertauschen Sie die beiden.',

  'word.owed': 'noch offen',
  'word.identified': 'mit Seriennummer erfasst',
  'word.in-transit': 'unterwegs',
  'word.received': 'eingegangen',
  'word.failed-inspection': 'nach der Prüfung beanstandet',
  'word.destruction-declared': 'als vernichtet gemeldet',
  'word.accepted': 'angenommen',
  'word.certified': 'als vernichtet bestätigt',
  'word.waived': 'erlassen',
  'word.cancelled': 'storniert',
  'word.charged-back': 'nachbelastet',
  'word.issued': 'ausgestellt und noch nicht eingereicht',
  'word.submitted': 'eingereicht und in Prüfung',
  'word.rejected': 'abgelehnt',
  'word.voided': 'ungültig',
  'word.customer': 'den Kunden',
  'word.partner': 'einen bevollmächtigten Partner',
  'word.ordering-partner': 'den bestellenden Partner',
  'word.asset-manager': 'Asset-Manager',
  'word.signatory': 'Zeichnungsberechtigte Person',
  'word.viewer': 'Lesezugriff',
  'word.partner-agent': 'Mitarbeiter des Partners',
  'word.desk': 'Programmbetreuung',
  'word.finance': 'Finanzabteilung',
  'word.auditor': 'Revision',
  'word.administrator': 'Administration',
  'word.receiving': 'Wareneingang',
  'word.application/pdf': 'PDF',
  'word.image/jpeg': 'JPEG',
  'word.image/png': 'PNG',
  'word.image/webp': 'WebP',
}
