import type { rules as english } from '../en/rules.ts'

export const rules: Readonly<Record<keyof typeof english, string>> = {
  'asker-customer': 'der Kunde',
  'asker-partner': 'jeder Partner mit Vollmacht',
  'asker-ordering-partner': 'der bestellende Partner',
  'approver-desk': 'die Programmbetreuung',
  'approver-finance': 'die Finanzabteilung',
  'approver-administrator': 'die Administration',
  'extension-none': 'Das Programm verlängert keine Frist.',
  'extension-askers': 'Eine Fristverlängerung beantragen kann: {askers}.',
  'extension-limits':
    'Die Frist verlängert sich um höchstens {maximum}, gerechnet ab der ersten Frist, und höchstens {howMany, plural, one {einmal} other {#-mal}} je Bestellung.',
  'extension-tier':
    'Bis {days, plural, one {# Tag} other {# Tage}} nach der ersten Frist entscheidet {approvers}.',
  'extension-tier-open': 'Über längere Fristverlängerungen entscheidet {approvers}.',
  'extension-tier-only': 'Es entscheidet {approvers}.',
  'extension-late-refused': 'Ein Antrag nach Ablauf der Frist wird abgelehnt.',
  'extension-late-same-tier':
    'Über einen Antrag nach Ablauf der Frist wird wie über jeden anderen entschieden.',
  'extension-late-next-tier': 'Über einen Antrag nach Ablauf der Frist entscheidet die nächsthöhere Stufe.',
  'extension-late-last-tier': 'Über einen Antrag nach Ablauf der Frist entscheidet die höchste Stufe.',

  'consumption-perpetual': 'Kauf (unbefristet)',
  'consumption-flex':
    'Flex-Abonnement{tier, select, none {} other {, {tier}}}{term, select, none {} other {, {term}}}',

  'part-name': 'Name und Beschreibung',
  'part-contact': 'Kontakt',
  'part-currencies': 'Währungen',
  'part-catalogue': 'Gerätekatalog',
  'part-phases': 'Phasen',
  'part-calendar': 'Arbeitstage und Feiertage',
  'part-clock': 'Fristen',
  'part-extensions': 'Fristverlängerungen',
  'part-reminders': 'Erinnerungen',
  'part-grace': 'Nachfrist',
  'part-service-levels': 'Bearbeitungszeiten',
  'part-registration': 'Registrierung',
  'part-return': 'Weg: Inzahlungnahme',
  'part-destroy': 'Weg: Vernichtung',
  'part-credit-table': 'Tabelle der Rabatt-Credits',
  'part-credit': 'Rabatt-Credits',
  'part-sites': 'Lieferadressen',
  'part-shipping': 'Versand',
  'part-unmatched-goods': 'Nicht zuordenbare Ware',
  'part-rejection-reasons': 'Ablehnungsgründe',
}
