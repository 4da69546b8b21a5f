import type { forms as en } from '../en/forms.ts'

export const forms: { readonly [K in keyof typeof en]: string } = {
  'form.title': 'Formular für die Inzahlungnahme',
  'form.subject': 'Registrierung von Altgeräten im Programm {programme}',
  'form.case': 'Ticket {case}',
  'form.no-case': 'Noch ohne Ticket',
  'form.footer-page': 'Seite &P von &N',
  'form.hint-header':
    'Bitte füllen Sie die weißen Felder aus. Felder mit * sind Pflichtfelder. Die Geräte tragen Sie auf dem Blatt „{lines}“ ein; Erläuterungen finden Sie auf „{instructions}“.',
  'form.hint-lines':
    'Eine Zeile je Gerät. Felder mit * sind Pflichtfelder. Seriennummern können Sie nachreichen: einfach hier ergänzen und dieselbe Datei erneut hochladen. Bitte lassen Sie die Nummern in der ersten Spalte stehen.',

  'sheet.header': 'Angaben',
  'sheet.lines': 'Geräte',
  'sheet.instructions': 'Anleitung',
  'sheet.lists': 'Listen',

  'lists.sku': 'SKU',
  'lists.description': 'Bezeichnung',

  'group.case': 'Ticket und Bestellung',
  'group.parties': 'Kunde und Partner',
  'group.pickup': 'Abholung',
  'group.freight': 'Sendung und Zoll',
  'group.declarations': 'Erklärungen',

  'header.formVersion': 'Formularversion',
  'header.formVersion.help': 'Wird von uns ausgefüllt.',
  'header.programme': 'Programm',
  'header.programme.help': 'Wird von uns ausgefüllt.',
  'header.case': 'Ticket',
  'header.case.help':
    'Nummer des Tickets im Case Manager. Wird von uns ausgefüllt, sobald das Ticket eröffnet ist.',
  'header.orderNumber': 'Bestellnummer',
  'header.orderNumber.help':
    'Nummer der Bestellung der neuen Geräte, für die Sie Rabatt-Credits erhalten haben.',
  'header.purchaseOrder': 'Ihre Bestellreferenz',
  'header.purchaseOrder.help': 'Wie auf Ihrer eigenen Bestellung angegeben.',
  'header.orderDate': 'Bestelldatum',
  'header.orderDate.help': 'Tag der Bestellung der neuen Geräte.',
  'header.customer': 'Kunde',
  'header.customer.help': 'Vollständige Firma des Unternehmens, dem die Geräte gehören.',
  'header.account': 'Kundennummer',
  'header.account.help': 'Ihre Kundennummer beim Hersteller, soweit bekannt.',
  'header.taxId': 'USt-IdNr. oder Steuernummer',
  'header.taxId.help': 'Für Zollpapiere und Gutschriften.',
  'header.partner': 'Partner',
  'header.partner.help': 'Nur, wenn ein Partner für den Kunden handelt.',
  'header.mandate': 'Vollmacht',
  'header.mandate.help': 'Nummer der Vollmacht, die der Kunde dem Partner erteilt hat.',
  'header.submitterName': 'Eingereicht von',
  'header.submitterName.help': 'Vor- und Nachname.',
  'header.submitterEmail': 'E-Mail',
  'header.submitterEmail.help': 'An diese Adresse richten wir Rückfragen zum Formular.',
  'header.pickupAddress': 'Abholadresse',
  'header.pickupAddress.help': 'Straße, Hausnummer, Gebäude, Etage.',
  'header.pickupPostcode': 'Postleitzahl',
  'header.pickupPostcode.help': 'Der Versanddienst braucht sie für die Abholung.',
  'header.pickupCity': 'Ort',
  'header.pickupCity.help': 'In den USA mit Bundesstaat: Austin, TX.',
  'header.pickupCountry': 'Land',
  'header.pickupCountry.help': 'Name oder zweistelliges Kürzel: Deutschland oder DE.',
  'header.pickupHours': 'Abholzeiten',
  'header.pickupHours.help': 'Tage und Uhrzeiten, zu denen der Versanddienst kommen kann.',
  'header.siteLimits': 'Einschränkungen am Standort',
  'header.siteLimits.help': 'Keine Rampe, Durchfahrtshöhe, Aufzug, Anmeldung an der Pforte …',
  'header.contactName': 'Ansprechperson vor Ort',
  'header.contactName.help': 'Wer die Ware übergibt.',
  'header.contactPhone': 'Telefon der Ansprechperson',
  'header.contactPhone.help': 'Mit Landesvorwahl: +49 …',
  'header.readyDate': 'Abholbereit ab',
  'header.readyDate.help': 'Erster Tag, an dem die Ware verpackt bereitsteht.',
  'header.packages': 'Packstücke',
  'header.packages.help': 'Anzahl der Kartons oder Kisten.',
  'header.pallets': 'Paletten',
  'header.pallets.help': 'Anzahl der Paletten, sonst 0.',
  'header.totalWeightKg': 'Gesamtgewicht (kg)',
  'header.totalWeightKg.help': 'Mit Verpackung; eine Schätzung genügt.',
  'header.dimensions': 'Abmessungen',
  'header.dimensions.help': 'Länge × Breite × Höhe in cm, je Packstück oder Palette.',
  'header.exporter': 'Ausführer',
  'header.exporter.help': 'Wer ausführt, falls das nicht der Kunde ist.',
  'header.currency': 'Währung',
  'header.currency.help': 'Der Zollwerte in den Zeilen: EUR, USD …',
  'header.soleOwner': 'Der Kunde ist alleiniger Eigentümer der Geräte.',
  'header.soleOwner.help': 'Kein Leasing, keine Miete, kein Eigentumsvorbehalt.',
  'header.authorisedChannel': 'Die Geräte wurden über einen autorisierten Vertriebsweg gekauft.',
  'header.authorisedChannel.help': 'Beim Hersteller oder bei einem autorisierten Partner.',
  'header.title': 'Das Eigentum geht mit dem Wareneingang auf den Hersteller über.',
  'header.title.help': 'Gilt für Geräte, die in Zahlung gegeben werden; sie werden nicht zurückgesandt.',
  'header.dataRemoved': 'Von den Geräten wurden alle Daten entfernt.',
  'header.dataRemoved.help': 'Auch Konfigurationen, Protokolle, Schlüssel und Speichermedien.',
  'header.batteries': 'Die Sendung enthält Batterien oder Akkus.',
  'header.batteries.help': 'Lithiumbatterien brauchen eine eigene Kennzeichnung.',

  'line.row': 'Zeile',
  'line.row.help': 'Bitte nicht ändern',
  'line.sku': 'SKU',
  'line.sku.help': 'Bitte aus der Liste wählen',
  'line.description': 'Bezeichnung',
  'line.description.help': 'Was es ist',
  'line.quantity': 'Menge',
  'line.quantity.help': '1, wenn mit Seriennr.',
  'line.route': 'Weg',
  'line.route.help': 'Inzahlungnahme oder Vernichtung',
  'line.serial': 'Seriennummer',
  'line.serial.help': 'Wie auf dem Etikett; kann nachgereicht werden',
  'line.parentSerial': 'Seriennr. Chassis',
  'line.parentSerial.help': 'Falls in ein Chassis eingebaut',
  'line.modules': 'Enthaltene Module',
  'line.modules.help': 'Was im Gerät bleibt',
  'line.assetTag': 'Inventarnr.',
  'line.assetTag.help': 'Ihre eigene Nummer',
  'line.environment': 'Umgebung',
  'line.environment.help': 'Wo es lief',
  'line.working': 'Funktionsfähig',
  'line.working.help': 'Ja oder nein',
  'line.condition': 'Zustand',
  'line.condition.help': 'Des Geräts',
  'line.dataBearing': 'Datenträger',
  'line.dataBearing.help': 'Festplatte, Flash',
  'line.sanitisation': 'Datenlöschung',
  'line.sanitisation.help': 'Verfahren nach NIST SP 800-88',
  'line.supportContract': 'Supportvertrag',
  'line.supportContract.help': 'Nummer, falls einer läuft',
  'line.supportEnds': 'Vertragsende',
  'line.supportEnds.help': 'Datum',
  'line.package': 'Packstück',
  'line.package.help': 'Nr.',
  'line.origin': 'Ursprung',
  'line.origin.help': 'Land',
  'line.hsCode': 'Zolltarifnr.',
  'line.hsCode.help': 'HS-Code',
  'line.customsValue': 'Zollwert',
  'line.customsValue.help': 'Je Zeile',
  'line.note': 'Bemerkung',
  'line.note.help': 'Was wir wissen sollten',

  'line.partNumber': 'Teilenummer (Baugruppe)',

  'column.why.name': 'So steht es in der Überschrift.',
  'column.why.name-similar': 'Die Überschrift ist ähnlich.',
  'column.why.skus': '{percent} % der Zellen sind bekannte SKUs oder Modelle.',
  'column.why.part-numbers': '{percent} % der Zellen sind Teilenummern wie 750-028467.',
  'column.why.serials': '{percent} % der Zellen sehen aus wie Seriennummern, und kaum eine steht doppelt da.',
  'column.why.numbers': '{percent} % der Zellen sind kleine ganze Zahlen.',
  'column.why.days': '{percent} % der Zellen sind Daten.',
  'column.why.contradicted': 'Aber kaum eine Zelle sieht danach aus ({percent} %).',

  'choice.environment.production': 'Produktion',
  'choice.environment.lab': 'Labor',
  'choice.route.return': 'Inzahlungnahme',
  'choice.route.destroy': 'Vernichtung',
  'choice.condition.good': 'Gut',
  'choice.condition.worn': 'Gebraucht',
  'choice.condition.damaged': 'Beschädigt',
  'choice.condition.incomplete': 'Unvollständig',
  'choice.sanitisation.clear': 'Clear (überschrieben)',
  'choice.sanitisation.purge': 'Purge (sicher gelöscht)',
  'choice.sanitisation.destroy': 'Destroy (physisch vernichtet)',
  'choice.sanitisation.none': 'Keine',
  'choice.yesNo.yes': 'Ja',
  'choice.yesNo.no': 'Nein',

  'instruction.1.title': 'Wozu dieses Formular dient',
  'instruction.1.text':
    'Damit registrieren Sie die Altgeräte, für die Sie bei der Bestellung neuer Geräte Rabatt-Credits erhalten haben. Senden Sie die Geräte bis zur Frist Ihres Tickets zur Inzahlungnahme zurück, oder vernichten Sie sie und lassen Sie uns die unterzeichnete Verwertungsbestätigung zukommen.',
  'instruction.2.title': 'Angaben ausfüllen',
  'instruction.2.text':
    'Füllen Sie auf dem Blatt „{header}“ die weißen Felder aus. Graue Felder füllen wir für Sie aus. Ohne die mit * gekennzeichneten Felder können wir das Formular nicht bearbeiten; Angaben zu Abholung und Sendung können Sie nachreichen.',
  'instruction.3.title': 'Geräte eintragen',
  'instruction.3.text':
    'Verwenden Sie auf dem Blatt „{lines}“ eine Zeile je Gerät. Wählen Sie SKU, Weg, Umgebung und die Ja/Nein-Angaben aus den Listen. Geräte ohne Seriennummer, etwa Netzteile, dürfen mit ihrer Menge in einer Zeile stehen. Wenn Sie mehr Zeilen brauchen, kopieren Sie eine leere Zeile und lassen Sie die Zeilennummer frei.',
  'instruction.4.title': 'Seriennummern',
  'instruction.4.text':
    'Tragen Sie Seriennummern so ein, wie sie auf dem Gerät stehen, mit führenden Nullen. Die Spalte ist als Text formatiert, damit das Tabellenprogramm nichts verändert; fügen Sie kopierte Daten nur als Werte ein. BUILTIN ist keine Seriennummer. Wenn Sie eine Seriennummer erst beim Ausbau des Geräts erfahren, lassen Sie das Feld leer und reichen Sie sie später mit derselben Datei nach.',
  'instruction.5.title': 'Zeilennummern beibehalten',
  'instruction.5.text':
    'Jede Zeilennummer steht für ein registriertes Gerät. Sie dürfen Spalten verschieben und Zeilen sortieren; die Nummern müssen bei ihren Geräten bleiben.',
  'instruction.6.title': 'Einreichen',
  'instruction.6.text':
    'Eröffnen Sie sofort nach der Bestellung ein Ticket im Case Manager und laden Sie diese Datei dort hoch. Sie wird sofort gelesen; fehlt etwas, sehen Sie jede Stelle mit Blatt und Zelle. Die aktualisierte Datei können Sie beliebig oft erneut hochladen: Vor jeder Übernahme zeigen wir Ihnen die Änderungen.',
  'instruction.7.title': 'Ohne Makros und Passwörter',
  'instruction.7.text':
    'Speichern Sie die Datei im Format .xlsx. Dateien mit Makros, Passwort oder Verknüpfungen zu anderen Dateien werden nicht angenommen. Formeln werden nicht berechnet: Fügen Sie deren Werte ein.',

  'problem.required': 'Es fehlt: {field}',
  'problem.still-missing': 'Fehlt noch, kann nachgereicht werden: {field}',
  'problem.too-long': '{field} ist zu lang.',
  'problem.unknown-choice': '{field}: „{found}“ steht nicht zur Auswahl.',
  'problem.not-an-integer': '{field}: „{found}“ ist keine ganze Zahl.',
  'problem.not-a-number': '{field}: „{found}“ ist keine Zahl.',
  'problem.ambiguous-number':
    '{field}: Bei „{found}“ ist unklar, ob Tausender oder Nachkommastellen gemeint sind. Bitte ohne Tausendertrennzeichen schreiben.',
  'problem.out-of-range': '{field}: {found} liegt außerhalb des Möglichen.',
  'problem.not-a-day': '{field}: „{found}“ ist kein eindeutig lesbares Datum.',
  'problem.day-from-number': '{field}: Die Zahl {found} wurde als Datum {day} gelesen.',
  'problem.day-in-future': '{field}: {found} liegt in der Zukunft.',
  'problem.not-an-email': '{field}: „{found}“ ist keine E-Mail-Adresse.',
  'problem.unknown-country': '{field}: „{found}“ ist kein Land.',
  'problem.unknown-currency': '{field}: „{found}“ ist keine hier zulässige Währung.',
  'problem.unknown-sku': 'Die SKU „{found}“ ist in diesem Programm nicht bekannt.',
  'problem.malformed-sku': '„{found}“ kann keine SKU sein.',
  'problem.sku-from-part-number': '{found} ist eine Teilenummer. Gelesen wurde die SKU {sku}.',
  'problem.sku-ambiguous': '„{found}“ kann für mehrere SKUs stehen.',
  'problem.serial-from-number':
    '{field}: {found} ist als Zahl gespeichert. Führende Nullen können verloren sein; bitte mit dem Gerät vergleichen.',
  'problem.serial-scientific':
    '{field}: „{found}“ steht in wissenschaftlicher Schreibweise, dadurch sind Ziffern der Seriennummer verloren. Formatieren Sie die Zelle als Text und geben Sie die Seriennummer neu ein.',
  'problem.serial-digits-lost':
    '{field}: {found} hat mehr als 15 Ziffern und ist als Zahl gespeichert, dadurch sind die letzten Ziffern verloren. Formatieren Sie die Zelle als Text und geben Sie die Seriennummer neu ein.',
  'problem.serial-not-whole': '{field}: Die Zahl {found} kann keine Seriennummer sein.',
  'problem.serial-malformed': '{field}: „{found}“ sieht nicht wie eine Seriennummer aus.',
  'problem.serial-placeholder': '{field}: „{found}“ ist keine Seriennummer und wird als „keine“ gewertet.',
  'problem.serial-foreign-letters':
    '{field}: „{found}“ enthält kyrillische oder griechische Buchstaben, die lateinischen gleichen. Gelesen wurde {serial}; bitte vergleichen Sie mit dem Gerät.',
  'problem.serial-range':
    '{field}: „{found}“ sieht nach einem Bereich aus. Seriennummern von Geräten folgen selten aufeinander, deshalb wurde nichts dazwischen übernommen.',
  'problem.serial-several':
    '{field}: „{found}“ sind mehrere Seriennummern, die Zeile steht aber für ein einziges Gerät.',
  'problem.serial-split':
    '{field}: In dieser Zelle stehen {count} Seriennummern. Jede wurde als eigene Zeile übernommen.',
  'problem.serial-count': '{field}: In dieser Zelle stehen {count} Seriennummern; das passt nicht zur Menge.',
  'problem.serial-duplicate': 'Die Seriennummer {found} steht für dieselbe SKU zweimal da, auch in {other}.',
  'problem.serial-lookalike':
    'Die Seriennummern {found} und {serial} (in {other}) unterscheiden sich nur in O und 0 oder I und 1. Bitte mit den Geräten vergleichen.',
  'problem.serial-with-quantity':
    'Eine Zeile mit Seriennummer steht für ein Gerät, die Menge ist aber {found}.',
  'problem.quantity-assumed': 'Die Menge ist leer und wurde als 1 gewertet.',
  'problem.row-duplicate': 'Die Zeilennummer {found} ist doppelt vergeben, auch in {other}.',
  'problem.formula':
    '{field}: Die Zelle enthält eine Formel. Übernommen wurde ihr zuletzt gespeicherter Wert „{found}“.',
  'problem.formula-without-value': '{field}: Die Zelle enthält eine Formel ohne gespeicherten Wert.',
  'problem.cell-error': '{field}: Die Zelle zeigt den Fehler {found}.',
  'problem.declaration-denied':
    'Mit Nein beantwortet: „{field}“ Die Programmbetreuung wird sich bei Ihnen melden.',
  'problem.wrong-case': 'Dieses Formular gehört zum Ticket {found}.',
  'problem.hidden-rows':
    '{count, plural, one {Eine ausgeblendete Zeile mit einem Gerät wurde mitgelesen} other {# ausgeblendete Zeilen mit Geräten wurden mitgelesen}}.',
  'problem.unknown-column': 'Die Spalte „{found}“ gehört nicht zum Formular und wurde nicht gelesen.',
  'problem.missing-column': 'Die Spalte „{field}“ fehlt.',
  'problem.duplicate-column': 'Die Spalte „{field}“ ist doppelt vorhanden. Gelesen wurde nur die erste.',
  'problem.header-sheet-missing': 'Das Blatt mit den Angaben zu Ticket, Kunde und Abholung fehlt.',
  'problem.template-missing':
    'Die verborgene Kennung des Formulars fehlt; es wurde anhand der Beschriftungen gelesen. Bitte verwenden Sie das Formular so, wie Sie es heruntergeladen haben.',
  'problem.column-renamed': 'Die Spalte „{found}“ wurde als „{field}“ gelesen.',
  'problem.columns-unconfirmed':
    'Das ist eine eigene Liste. Bitte bestätigen Sie, welche Spalte was enthält; dann wird sie gelesen.',
  'problem.header-absent':
    'Die Liste enthält keine Angaben zu Ticket, Kunde und Abholung. Sie werden mit dem Formular für die Inzahlungnahme eingereicht.',
  'problem.lines-not-owed':
    '{count, plural, one {Eine Zeile wurde} other {# Zeilen wurden}} ausgelassen: Ein solches Gerät ist hier nicht angemeldet.',
  'problem.too-many-problems':
    '{count, plural, one {Ein weiteres Problem ist} other {# weitere Probleme sind}} nicht aufgeführt.',

  'problem.not-found': 'Die Datei „{found}“ gibt es nicht.',
  'problem.not-a-file': '„{found}“ ist keine Datei, sondern ein Ordner, ein Gerät oder eine Pipe.',
  'problem.not-readable': 'Die Datei „{found}“ darf nicht gelesen werden.',
  'problem.empty-file':
    'Die Datei ist leer. Bitte prüfen Sie, ob sie vollständig gespeichert und übertragen wurde.',
  'problem.too-large':
    'Die Datei ist zu groß ({found}). Entfernen Sie Bilder und Blätter, die nicht zum Formular gehören.',
  'problem.wrong-format':
    'Die Datei ist {found, select, pdf {ein PDF-Dokument} jpeg {ein JPEG-Bild} png {ein PNG-Bild} gif {ein GIF-Bild} tiff {ein TIFF-Bild} ods {eine OpenDocument-Tabelle} docx {ein Word-Dokument} pptx {eine Präsentation} zip {ein ZIP-Archiv} rtf {ein RTF-Dokument} html {eine Webseite} xml {eine XML-Datei} text {ein Text, in dem keine Geräteliste zu erkennen ist} other {von unbekannter Art}}, gleich wie sie heißt. Bitte laden Sie das Formular als Arbeitsmappe (.xlsx oder .ods) hoch oder eine Liste Ihrer Geräte als Arbeitsmappe oder CSV-Datei.',
  'problem.old-workbook':
    'Das ist eine Datei in einem alten Office-Format (vor 2007). Öffnen Sie sie und speichern Sie sie als Excel-Arbeitsmappe (.xlsx).',
  'problem.binary-workbook':
    'Das ist eine Binärarbeitsmappe (.xlsb). Speichern Sie sie als Excel-Arbeitsmappe (.xlsx).',
  'problem.encrypted':
    'Die Datei ist mit einem Passwort geschützt. Entfernen Sie es und laden Sie sie erneut hoch.',
  'problem.truncated': 'Die Datei ist unvollständig: Ihr Ende fehlt. Bitte übertragen Sie sie noch einmal.',
  'problem.damaged':
    'Die Datei ist beschädigt. Öffnen Sie sie in Ihrem Tabellenprogramm, speichern Sie sie neu und laden Sie sie hoch.',
  'problem.unsupported-archive':
    'Die Datei ist anders gepackt als Arbeitsmappen sonst. Öffnen Sie sie in Ihrem Tabellenprogramm und speichern Sie sie als .xlsx.',
  'problem.deceptive-archive':
    'Die Datei ist widersprüchlich gepackt (Teil {found}) und wurde nicht geöffnet. Speichern Sie das Formular mit Ihrem Tabellenprogramm neu.',
  'problem.too-many-parts': 'Die Datei besteht aus mehr Teilen als jedes Formular. Sie wurde nicht geöffnet.',
  'problem.inflates-too-large':
    'Entpackt wird die Datei weit größer als jedes Formular (Teil {found}). Sie wurde nicht geöffnet.',
  'problem.macros': 'Die Datei enthält Makros. Speichern Sie sie als Arbeitsmappe ohne Makros (.xlsx).',
  'problem.active-content':
    'Die Datei enthält aktive Inhalte oder Steuerelemente (Teil {found}). Bitte entfernen Sie diese.',
  'problem.embedded-object':
    'Die Datei enthält ein eingebettetes Objekt (Teil {found}). Bitte entfernen Sie es.',
  'problem.external-links':
    'Die Datei enthält Verknüpfungen zu anderen Dateien oder Datenquellen (Teil {found}). Ersetzen Sie diese durch ihre Werte.',
  'problem.not-a-trade-in-form':
    'Die Arbeitsmappe ist kein Formular für die Inzahlungnahme. Bitte laden Sie das Formular herunter und füllen Sie es aus.',
  'problem.lines-sheet-missing':
    'Die Datei enthält die Angaben, aber nicht das Blatt mit den Geräten. Eine CSV-Datei fasst nur ein Blatt: Speichern Sie das Formular als .xlsx oder .ods.',
  'problem.columns-not-there': 'Das Blatt „{found}“ gibt es in dieser Datei nicht.',
  'problem.template-version':
    'Das Formular hat die Version {found}, die nicht gelesen werden kann. Bitte laden Sie das aktuelle Formular herunter.',
  'problem.too-many-lines':
    'In Zeile {row} steht Gerätezeile {number}; ein Formular fasst {expected}. Bitte verteilen Sie die Geräte auf mehrere Formulare.',
  'problem.reader-failed':
    'Die Datei konnte wegen eines Fehlers auf unserer Seite nicht gelesen werden. An Ihrer Datei liegt es nach unserer Kenntnis nicht; bitte laden Sie sie später erneut hoch.',
  'problem.too-slow':
    'Das Lesen der Datei dauerte zu lange und wurde abgebrochen. Speichern Sie das Formular mit Ihrem Tabellenprogramm neu.',
  'problem.too-much-memory':
    'Das Lesen der Datei braucht mehr Speicher als jedes Formular und wurde abgebrochen. Speichern Sie das Formular mit Ihrem Tabellenprogramm neu.',

  'expected.filled': 'eine Angabe',
  'expected.day': 'ein Datum wie 31.03.2026 oder 2026-03-31',
  'expected.past-day': 'ein Tag nicht nach dem {today}',
  'expected.number': 'eine Zahl wie 1234,50 mit höchstens drei Nachkommastellen',
  'expected.range': 'eine Zahl von {min, number} bis {max, number}',
  'expected.length': 'höchstens {longest, number} statt {length, number} Zeichen',
  'expected.email': 'eine Adresse wie name@example.com',
  'expected.country': 'ein Land oder sein zweistelliges Kürzel',
  'expected.currency': '{allowed}',
  'expected.currency-code': 'ein dreistelliges Kürzel wie EUR',
  'expected.catalogue-sku': 'eine SKU aus der Liste',
  'expected.near-sku': 'vielleicht {near}',
  'expected.sku': 'eine SKU aus 2 bis 60 Buchstaben, Ziffern und - . / _ +',
  'expected.serial': '3 bis 40 Buchstaben und Ziffern, dazwischen - . / _',
  'expected.serial-as-text': 'die Seriennummer in einer als Text formatierten Zelle',
  'expected.serial-unique': 'jede Seriennummer nur einmal',
  'expected.serials-listed':
    'jede Seriennummer einzeln; ein Bereich wäre {serials} ({count, plural, one {ein Gerät} other {# Geräte}})',
  'expected.serial-one': 'eine Seriennummer je Zeile',
  'expected.serial-count': '{count, plural, one {eine Seriennummer} other {# Seriennummern}}',
  'expected.columns-confirmed': 'Ihre Bestätigung der Spalten',
  'expected.quantity-one': '1',
  'expected.row-unique': 'jede Zeilennummer nur einmal',
  'expected.value': 'ein Wert statt einer Formel',
  'expected.yes': 'Ja',
  'expected.same-case': 'das Formular zum Ticket {case}',
  'expected.lines': 'höchstens {most, number} Zeilen',
  'expected.column': 'die Spalten des heruntergeladenen Formulars',
  'expected.column-once': 'jede Spalte nur einmal',
  'expected.shown-rows': 'keine ausgeblendeten Zeilen',
  'expected.version': 'Version {version}',
  'expected.size': 'höchstens {most}',

  'field.serialMark': 'Vermerk zur Seriennummer',
  'choice.serialMark.not-serialised': 'Hat keine Seriennummer',
  'choice.serialMark.unreadable': 'Nicht lesbar',

  'marked.sheet-name': 'Probleme',
  'marked.title': 'Was zu korrigieren ist',
  'marked.hint':
    'Jede hier genannte Zelle ist an ihrer Stelle farbig markiert. Korrigieren Sie sie dort, speichern Sie diese Datei und laden Sie sie erneut hoch; dieses Blatt darf bleiben.',
  'marked.none': 'Es ist nichts zu korrigieren.',
  'marked.severity': 'Art',
  'marked.sheet': 'Tabellenblatt',
  'marked.cell': 'Zelle',
  'marked.found': 'Gefunden',
  'marked.expected': 'Erwartet',
  'marked.text': 'Was nicht stimmt',
  'marked.file-name': '{name} – markiert',

  'reading.read': '{count, plural, one {Eine Zeile} other {# Zeilen}} gelesen, keine Probleme.',
  'reading.read-with-problems':
    '{count, plural, one {Eine Zeile} other {# Zeilen}} gelesen, {errors, plural, =0 {keine Fehler} one {ein Fehler} other {# Fehler}}, {warnings, plural, =0 {keine Hinweise} one {ein Hinweis} other {# Hinweise}}.',
  'reading.refused': 'Nicht gelesen.',
  'reading.confirm-columns':
    'Noch nicht gelesen: Das ist eine eigene Liste. Bitte bestätigen Sie ihre Spalten.',
  'reading.columns':
    'Blatt „{sheet}“, {row, plural, =0 {ohne Überschriften} other {Überschriften in Zeile #}}. Spalte, Feld, wie sicher, was darin steht:',
  'reading.columns-how':
    'Stimmt das, ergänzen Sie --columns suggested; sonst sagen Sie es mit --columns {columns}',
  'reading.columns-unusable':
    '--columns nimmt „suggested“ oder eine Liste wie B=sku,C=serial, in der sku oder partNumber vorkommt und jedes Feld nur einmal. Felder: {fields}.',
  'reading.programme-unusable': 'Das Programm {file} ist nicht verwendbar ({reason}).',
  'reading.template': 'Formular {id}, Version {version}, Ticket {case}',
  'reading.no-case': 'keines',
  'reading.error': 'Fehler',
  'reading.warning': 'Hinweis',
  'reading.expected': 'erwartet: {expected}',
}
