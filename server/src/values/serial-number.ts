/**
 * A serial number is text. It is compared in upper case without any white space (what a person types between groups
 * is never part of it); O/0 and I/1 are never changed here, only suggested by whoever shows a near match.
 */
export const normaliseSerial = (raw: string): string =>
  raw.normalize('NFKC').replace(/\s+/gu, '').toUpperCase()

/** Words that stand where a serial would and are none: Junos prints BUILTIN for parts without an own EEPROM. */
const placeholders = new Set([
  'BUILTIN',
  'N/A',
  'NA',
  'NONE',
  'UNKNOWN',
  'TBD',
  'TBA',
  '-',
  '--',
  '?',
  'X',
  'XX',
  'XXX',
  'KEINE',
  'UNBEKANNT',
])
export const isSerialPlaceholder = (serial: string): boolean => placeholders.has(serial)

/** What a serial may look like: 3 to 40 of A-Z 0-9 and the separators vendors print inside them. */
export const isSerialShaped = (serial: string): boolean =>
  /^[A-Z0-9][A-Z0-9\-/._]{1,38}[A-Z0-9]$/.test(serial)
