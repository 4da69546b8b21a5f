import type { papers as en } from '../en/papers.ts'

export const papers: { readonly [K in keyof typeof en]: string } = {
  page: 'Seite {page} von {pages}',
  preparedOn: 'Erstellt am {date}',
  caseNumber: 'Ticket',
  orderNumber: 'Bestellung',
  customer: 'Kunde',
  account: 'Kundennummer {number}',
  none: 'keiner',
  device: 'Gerät',
  row: 'Nr.',
  serial: 'Seriennummer',
  assetTag: 'Inventarnummer',
  devices: '{count, plural, one {1 Gerät} other {# Geräte}}',

  certificateTitle: 'Verwertungsbestätigung\n(Certificate of Destruction)',
  certificateNumber: 'Bestätigung',
  certificateVersion: 'Version',
  certificateDigest: 'Geräteliste {digest}',
  certificateIntroduction:
    'Für Geräte des {programme}, die vernichtet statt zurückgesandt werden. Füllen Sie bitte alle Felder aus, lassen Sie das Formular von einer Person mit offizieller Zeichnungsbefugnis unterzeichnen und laden Sie alle Seiten als eine PDF- oder JPEG-Datei in das Ticket {caseNumber} hoch.',
  certificateParties: 'Beteiligte',
  certificatePartner: 'Partner, der für den Kunden handelt',
  certificateApproval: 'Genehmigungsnummer',
  certificateDestruction: 'Vernichtung',
  certificateDestroyedBy: 'Vernichtet durch',
  certificateSelf: 'den Kunden selbst',
  certificateProvider: 'einen Dienstleister',
  certificateProviderName: 'Dienstleister: Firma und Anschrift',
  certificateLicences: 'Zulassungen des Dienstleisters',
  certificateLicenceNumbers: 'Nummern und Gültigkeit der Zulassungen',
  certificateWeee: 'WEEE-Reg.-Nr.',
  certificatePlace: 'Ort der Vernichtung: Standort, Straße, Ort, Land',
  certificateFrom: 'Erster Tag (Jahr-Monat-Tag)',
  certificateTo: 'Letzter Tag (Jahr-Monat-Tag)',
  certificateCustody:
    'Verwahrung vom Ausbau bis zur Vernichtung: bei wem, wo, unter welchem Siegel oder Verschluss',
  certificateDevicesNote:
    'Seriennummern bitte in Druckbuchstaben eintragen, ein Zeichen je Kästchen. Methode nach NIST SP 800-88. Bei Geräten ohne Datenträger unter „Datenträger“ bitte „keine“ eintragen.',
  certificateMedia: 'Datenträger',
  certificateMethod: 'Methode',
  certificateClear: 'Clear',
  certificatePurge: 'Purge',
  certificateDestroy: 'Destroy',
  certificateTechnique: 'Verfahren und Werkzeug',
  certificateVerification: 'Geprüft: durch wen, wie',
  certificateSignature: 'Bestätigung und Unterschrift',
  certificateAttestation:
    'Ich bestätige, dass jedes in dieser Verwertungsbestätigung aufgeführte Gerät am angegebenen Ort, im angegebenen Zeitraum und mit der angegebenen Methode vernichtet wurde, dass es weder genutzt noch instand gesetzt werden kann, dass keine Daten daraus wiederhergestellt werden können und dass kein aufgeführtes Gerät und kein Teil davon zur weiteren Nutzung abgegeben wurde. Ich bin befugt, für den oben genannten Kunden zu zeichnen. Mir ist bekannt, dass {vendor} die Rabatt-Credits der Bestellung {orderNumber} auf der Grundlage dieser Bestätigung gewährt.',
  certificateSignatory: 'Zeichnungsberechtigte Person: Name in Druckbuchstaben',
  certificateSignatoryTitle: 'Titel oder Funktion',
  certificateCompany: 'Firma',
  certificateAuthority: 'Zeichnungsbefugnis: Amt oder Vollmacht von',
  certificateSignedOn: 'Datum (Jahr-Monat-Tag)',
  certificateSignedAt: 'Ort',
  certificateSign: 'Unterschrift der zeichnungsberechtigten Person',
  certificateWitness: 'Zeuge: Name und Funktion',
  certificateWitnessSign: 'Unterschrift des Zeugen',

  labelFrom: 'Absender',
  labelTo: 'Empfänger',
  labelPackage: 'Packstück',
  labelPackageOf: '{number} von {count}',
  labelWeight: 'Gewicht',
  labelKilograms: '{weight, number} kg',
  labelCarrier: 'Versanddienst',
  labelService: 'Versandart',
  labelAccount: 'Vorausbezahltes Konto',
  labelTracking: 'Sendungsnummer',
  labelNoTracking: 'vergibt der Versanddienst bei der Übergabe',
  labelWriteOnBox: 'Bitte {caseNumber} zusätzlich von Hand auf zwei weitere Seiten des Kartons schreiben.',
  labelCut: 'Entlang der gestrichelten Linie ausschneiden und glatt auf die größte Seite des Kartons kleben.',

  shippingTitle: 'Versandanweisungen',
  shippingIntroduction:
    'Diese Geräte sind im Rahmen des {programme} in Zahlung zu geben. Mit den unten genannten, im Voraus bezahlten Versandparametern entstehen Ihnen keine Versandkosten. Das Ticket bleibt geöffnet, bis die Geräte eingegangen sind.',
  shippingNotPrepaidIntroduction:
    'Diese Geräte sind im Rahmen des {programme} in Zahlung zu geben. Das Ticket bleibt geöffnet, bis sie eingegangen sind.',
  shippingDue: 'Eingang spätestens am',
  shippingAddress: 'Lieferadresse',
  shippingPrepaid: 'Im Voraus bezahlte Versandparameter',
  shippingNotPrepaid:
    'Bitte beauftragen Sie selbst einen Versanddienst, versichern Sie die Sendung und tragen Sie die Sendungsnummer in das Ticket ein.',
  shippingSteps: 'Verpackung',
  shippingStepErase:
    'Löschen Sie Konfigurationen, Schlüssel und alle übrigen Daten und entfernen Sie, was zu keinem aufgeführten Gerät gehört: Transceiver, Kabel, Etiketten mit Adressen Ihres Netzes.',
  shippingStepCheck:
    'Vergleichen Sie die Seriennummer auf jedem Gerät mit der Liste unten. Ein Gerät, das nicht aufgeführt ist, muss zuerst im Ticket ergänzt werden.',
  shippingStepPack:
    'Verpacken Sie jedes Gerät in einer antistatischen Hülle mit mindestens 5 cm Polster auf jeder Seite, Line Cards und Routing Engines jeweils in einem eigenen Karton. Ab 30 kg gehört der Karton festgezurrt auf eine Palette.',
  shippingStepList:
    'Tragen Sie in der Liste neben jedem Gerät die Nummer des Packstücks ein und legen Sie eine Kopie in Packstück 1.',
  shippingStepLabel:
    'Entfernen oder überkleben Sie alte Etiketten, kleben Sie das Versandetikett glatt auf die größte Seite und schreiben Sie {caseNumber} von Hand auf zwei weitere Seiten.',
  shippingStepHandOver:
    'Übergeben Sie die Packstücke dem Versanddienst, bewahren Sie den Beleg auf und tragen Sie Sendungsnummer und Datum in das Ticket ein.',
  shippingContact: 'Fragen oder mehr Zeit benötigt?',
  shippingList: 'Packliste',
  shippingPackage: 'Packstück Nr.',
  shippingSerialUnknown: 'noch einzutragen',
}
