export default {
  title: 'Wareneingang',
  lead: 'Scannen Sie, was ankommt. Zu jedem Scan gibt es eine Antwort; an der Tür wird nichts abgewiesen.',
  site: 'Eingangsstandort',
  'site-help': 'Dieses Gerät merkt ihn sich.',
  'choose-site': 'Standort wählen …',
  'begin-title': 'Wareneingang beginnen',
  reference: 'Bezeichnung',
  'reference-help': 'Lkw, Palette oder Schicht: woran Sie ihn später erkennen.',
  begin: 'Mit dem Scannen beginnen',
  'open-title': 'Offenen Wareneingang fortsetzen',
  'none-open': 'An diesem Standort ist kein Wareneingang offen',
  'none-open-help':
    'Beginnen Sie oben einen neuen; er bleibt auf allen Geräten Ihres Standorts offen, bis Sie ihn abschließen.',
  'no-reference': 'Wareneingang ohne Bezeichnung',
  opened: '{at}, {name}',
  scans: '{count, plural, =0 {nichts gescannt} one {# Gerät} other {# Geräte}}',
  held: '{count, plural, =0 {nichts verwahrt} other {# verwahrt}}',
  'all-receipts': 'Alle Wareneingänge',
  'no-receipt': 'Diesen Wareneingang gibt es nicht',
  'no-receipt-help': 'Die Adresse ist vielleicht falsch abgetippt, oder er gehört zu einem anderen Betrieb.',

  // Scannen
  scanning: 'Scannen',
  scan: 'Seriennummer, SKU, Etikett',
  'by-hand': 'Von Hand eintippen',
  camera: 'Mit der Kamera scannen',
  mute: 'Töne stumm schalten',
  ready: 'Bereit zum Scannen',
  'step-box':
    'Karton mit unserem Etikett? Scannen Sie zuerst das Etikett. Es gilt für alle Geräte, bis Sie ein anderes scannen.',
  'step-sku': 'Die SKU eines Geräts können Sie mitscannen, immer vor seiner Seriennummer.',
  'step-serial':
    'Scannen Sie die Seriennummer. Die Antwort kommt sofort; machen Sie einfach mit dem nächsten Gerät weiter.',
  loose: 'Lose Geräte, kein Ticketetikett',
  box: 'Karton zu Ticket {caseNumber}',
  'box-remove': 'Karton zu Ticket {caseNumber}: die nächsten Geräte sind lose',
  'box-word': 'Karton zu Ticket',
  'box-next':
    'Scannen Sie jetzt die Geräte aus diesem Karton. Mit dem nächsten Etikett beginnt ein neuer Karton.',
  sku: 'SKU {sku}',
  'sku-remove': 'SKU {sku}: entfernen',
  'sku-word': 'SKU',
  'sku-next': 'Scannen Sie jetzt die Seriennummer dieses Geräts.',
  asking: 'Wird geprüft',
  kept: 'Auf diesem Gerät gespeichert',
  'kept-next':
    'Der Scan wird gesendet, sobald der Server erreichbar ist. Stellen Sie das Gerät so lange beiseite und machen Sie weiter.',
  again: 'Bitte erneut scannen',
  'misread-next':
    'Das sieht aus wie eine Ticketnummer, ist aber keine. Es wurde nichts erfasst; scannen Sie das Etikett noch einmal.',
  'tracking-next':
    'Das ist die Sendungsnummer. Es wurde nichts erfasst; scannen Sie die Ticketnummer auf demselben Etikett.',
  'too-long-next':
    'Das ist zu lang für eine Seriennummer. Es wurde nichts erfasst; suchen Sie einen anderen Strichcode.',
  'not-kept-next':
    'Der Speicher dieses Geräts ist voll, der Scan wurde nicht erfasst. Senden Sie, was noch wartet, oder arbeiten Sie an einem anderen Gerät weiter.',
  waiting: '{count, plural, one {# Scan noch ohne Antwort} other {# Scans noch ohne Antwort}}',

  // Was die Antworten sagen
  'word-green': 'Erwartet',
  'word-yellow': 'Achtung',
  'word-red': 'Stopp',
  'outcome-expected': 'Erwartet',
  'outcome-late-arrival': 'Verspätet eingetroffen',
  'outcome-was-to-be-destroyed': 'Sollte vernichtet werden',
  'outcome-already-received': 'Bereits eingegangen',
  'outcome-other-case': 'Gehört zu einem anderen Ticket',
  'outcome-wrong-sku': 'Falsche SKU',
  'outcome-destroyed-before': 'Als vernichtet bescheinigt',
  'outcome-other-customer': 'Gehört nicht in diesen Karton',
  'outcome-unreadable': 'Etikett nicht lesbar',
  'outcome-unknown': 'Unbekannt',
  'next-expected': 'Stellen Sie es zu Ticket {caseNumber}.',
  'next-late-arrival':
    'Es ist angenommen. Stellen Sie es zu Ticket {caseNumber}; die Programmbetreuung sieht, dass es verspätet kam.',
  'next-was-to-be-destroyed':
    'Es ist als Inzahlungnahme angenommen. Nicht vernichten; stellen Sie es zu Ticket {caseNumber}.',
  'next-already-received':
    'Doppelt gescannt? Dann machen Sie weiter. Ist es ein zweites Gerät mit derselben Nummer, stellen Sie es beiseite und fragen Sie die Programmbetreuung.',
  'next-other-case':
    'Es ist angenommen, aber nicht für das Ticket auf dem Karton. Stellen Sie es zu Ticket {caseNumber}.',
  'next-wrong-sku':
    '{known, select, true {Laut Papieren ist es {expected}, gescannt wurde {sku}.} other {Die Papiere nennen eine andere SKU als {sku}.}} Stellen Sie es beiseite.',
  'next-destroyed-before':
    'Laut einer Verwertungsbestätigung wurde dieses Gerät vernichtet. Stellen Sie es beiseite.',
  'next-other-customer':
    'Es passt nicht zum Etikett dieses Kartons. Stellen Sie es beiseite und machen Sie ein Foto.',
  'next-unreadable': 'Stellen Sie es beiseite und machen Sie ein Foto.',
  'next-unknown': 'Zu dieser Nummer passt kein Ticket. Stellen Sie es beiseite und machen Sie ein Foto.',
  write: 'Daraufschreiben:',
  package: 'Laut Formular Packstück {piece}',

  // Schaltflächen
  photo: 'Foto',
  'photo-of': 'Foto von {serial}',
  'unreadable-button': 'Unlesbar',
  'unreadable-name': 'Unlesbar: ohne Seriennummer erfassen und fotografieren',
  unreadable: 'Nicht lesbar',
  'note-button': 'Notiz',
  'note-title': 'Notiz zum nächsten Gerät',
  note: 'Notiz',
  'note-help': 'Zum Beispiel „Ecke eingedrückt“. Sie gehört zu dem Gerät, das Sie als Nächstes scannen.',
  'note-save': 'Notiz übernehmen',
  'note-remove': 'Leeren Sie das Feld, um die Notiz zu entfernen.',
  'note-chip': 'Notiz: {note}',
  'note-chip-remove': 'Notiz „{note}“: entfernen',
  done: 'Fertig',
  'done-name': 'Fertig: Wareneingang abschließen',

  // Was vorher kam
  last: 'Letzte Scans',
  'none-scanned': 'In diesem Wareneingang wurde noch nichts gescannt.',
  'count-green': '{count} erwartet',
  'count-yellow': '{count} mit Hinweis',
  'count-red': '{count} gestoppt',
  'not-sent': 'Noch nicht gesendet',
  photos: '{count, plural, one {# Foto} other {# Fotos}}',

  // Was der Server noch nicht hat
  unsent: '{count, plural, one {# Scan noch nicht gesendet} other {# Scans noch nicht gesendet}}',
  'unsent-help':
    'Der Server ist nicht erreichbar. Alles bleibt auf diesem Gerät gespeichert, auch beim Neuladen, und wird von selbst gesendet.',
  'unsent-of': '{count, plural, one {# Scan} other {# Scans}} von {names} noch nicht gesendet',
  'unsent-of-help':
    'Sie wurden auf diesem Gerät erfasst und werden gesendet, wenn sich diese Person hier anmeldet und den Wareneingang öffnet.',
  'refused-scan':
    '{count, plural, one {„{serial}“ bleibt auf diesem Gerät gespeichert.} other {„{serial}“ und die folgenden, zusammen {count} Scans, bleiben auf diesem Gerät gespeichert.}}',
  'new-receipt-for':
    '{count, plural, one {In einem neuen Wareneingang senden} other {# Scans in einem neuen Wareneingang senden}}',
  discard: 'Diesen Scan verwerfen',
  'photos-unsent': '{count, plural, one {# Foto wird gesendet} other {# Fotos werden gesendet}}',
  'photo-progress': 'Foto wird gesendet',
  'photo-refused': 'Foto zu Scan {number}: {reason}',
  'photo-remove': 'Dieses Foto entfernen',

  // Das Ende
  'closing-title': 'Wareneingang abschließen?',
  'closing-help':
    'Danach kann nichts mehr hineingescannt werden. Um fortzufahren, scannen Sie einfach weiter.',
  'closing-waits':
    '{count, plural, one {Ein Scan wurde} other {# Scans wurden}} noch nicht gesendet. Der Wareneingang kann abgeschlossen werden, sobald der Server alles hat.',
  close: 'Abschließen',
  'go-on': 'Weiterscannen',
  'figure-expected': 'Erwartet',
  'figure-remark': 'Mit Hinweis',
  'figure-held': 'Verwahrt',
  'figure-without-photo': 'Verwahrt ohne Foto',
  'record-title': 'Wareneingang {reference}',
  'record-closed': 'Abgeschlossen {at} · {site}',
  'record-open': 'Offen seit {at} · {site}',
  print: 'Drucken',
  'next-receipt': 'Nächster Wareneingang',
  'all-scans': 'Alle Scans',
  number: 'Nr.',
  serial: 'Seriennummer',
  'sku-title': 'SKU',
  outcome: 'Antwort',
  shelf: 'Verwahrt als',
  case: 'Ticket',
  'photos-title': 'Fotos',
}
