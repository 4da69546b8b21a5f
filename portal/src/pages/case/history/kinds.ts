/** What an entry of the history is about, told by the first word of its type. */
export const kinds = [
  'case',
  'devices',
  'forms',
  'certificates',
  'shipping',
  'receiving',
  'time',
  'messages',
  'money',
] as const
export type Kind = (typeof kinds)[number]

const byWord: Readonly<Record<string, Kind>> = {
  unit: 'devices',
  units: 'devices',
  form: 'forms',
  certificate: 'certificates',
  shipping: 'shipping',
  shipment: 'shipping',
  extension: 'time',
  attachment: 'messages',
  message: 'messages',
  thread: 'messages',
  charge: 'money',
}
const byType: Readonly<Record<string, Kind>> = { 'unit-received': 'receiving', 'unit-accepted': 'receiving' }

export const kindOf = (type: string): Kind => byType[type] ?? byWord[type.split('-')[0] ?? ''] ?? 'case'
