import { createHash } from 'node:crypto'
import type { Programme } from './schema.ts'

/**
 * SHA-256 (hex) of the programme as JSON with sorted keys and no blanks: the same rules have the same digest however
 * the file is laid out, and after a way through the database. Catalogue rows are part of the rules.
 */
export const programmeDigest = (programme: Programme): string =>
  createHash('sha256').update(canonicalJson(programme)).digest('hex')

/** Keys by code unit as RFC 8785 orders them; a programme holds no number that JSON could write in two ways. */
const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}
