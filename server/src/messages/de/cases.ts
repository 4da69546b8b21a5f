import type { cases as en } from '../en/cases.ts'

export const cases: { readonly [K in keyof typeof en]: string } = {
  waiting: 'Wartet auf {who}: {reason}.',
  'waiting-until': 'Wartet bis {until} auf {who}: {reason}.',
  'waiting-overdue': 'Frist am {until} abgelaufen – wartet auf {who}: {reason}.',
  'party-customer': 'den Kunden',
  'party-you': 'Sie',
  'party-desk': 'die Programmbetreuung',
  'party-dock': 'den Wareneingang',
  'party-carrier': 'den Versanddienst',
  'party-nobody': 'niemanden',
  'because-closed': 'Geschlossen: Es steht nichts mehr aus.',
  'because-certificate-review':
    '{count, plural, one {eine unterzeichnete Verwertungsbestätigung ist} other {# unterzeichnete Verwertungsbestätigungen sind}} zu prüfen',
  'because-extension-decision': 'über eine beantragte Fristverlängerung ist zu entscheiden',
  'because-inspection':
    '{count, plural, one {ein eingegangenes Gerät ist} other {# eingegangene Geräte sind}} zu prüfen',
  'because-cure': '{count, plural, one {ein Gerät hat} other {# Geräte haben}} die Prüfung nicht bestanden',
  'because-form-problems':
    'im zuletzt hochgeladenen Formular {count, plural, one {ist ein Fehler} other {sind # Fehler}} zu beheben',
  'because-form-apply': 'das zuletzt hochgeladene Formular ist gelesen und muss noch übernommen werden',
  'because-form-missing':
    'das ausgefüllte Formular für {count, plural, one {ein Gerät} other {# Geräte}} fehlt',
  'because-serials-missing':
    'für {count, plural, one {ein Gerät fehlt} other {# Geräte fehlt}} noch die Seriennummer',
  'because-instructions':
    'die Versandanweisungen für {count, plural, one {ein Gerät} other {# Geräte}} stehen aus',
  'because-shipping': '{count, plural, one {ein Gerät ist} other {# Geräte sind}} noch zu versenden',
  'because-certificate-missing':
    'die unterzeichnete Verwertungsbestätigung für {count, plural, one {ein Gerät} other {# Geräte}} fehlt',
  'because-arrival': '{count, plural, one {ein Gerät ist} other {# Geräte sind}} unterwegs',
}
