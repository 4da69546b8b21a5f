import type { queue as en } from '../en/queue.ts'

export const queue: { readonly [K in keyof typeof en]: string } = {
  'certificate-review':
    'Die unterzeichnete Verwertungsbestätigung für {count, plural, one {ein Gerät} other {# Geräte}} ist zu prüfen.',
  'charge-back-decision':
    '{name} schlägt vor, {amount} für {count, plural, one {ein Gerät} other {# Geräte}} nachzubelasten; eine zweite Person muss entscheiden.',
  'extension-decision': 'Über eine beantragte Fristverlängerung bis {until} ist zu entscheiden.',
  'thread-answer': 'Eine Nachricht wartet auf Antwort.',
  'unmatched-goods':
    'Das Gerät mit der Seriennummer {serial} wird am Standort {site} verwahrt; kein Ticket passt dazu.',
  'unmatched-shelf':
    'Ein Gerät ohne lesbare Seriennummer wird am Standort {site} unter der Nummer {shelf} verwahrt; kein Ticket passt dazu.',
  'unmatched-unreadable':
    'Ein Gerät ohne lesbare Seriennummer wird am Standort {site} verwahrt; kein Ticket passt dazu.',
}
