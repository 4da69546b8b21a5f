import { z } from 'zod'
import type { Refusal } from '../../values/refusal.ts'

/** Lists are read by cursor, never by offset: page 2,000 costs what page 1 costs, and nothing is skipped when rows come in. */
export const pageQuery = z.object({
  cursor: z.string().max(500).optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

type CursorPart = string | number
const write = (parts: readonly CursorPart[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url')

function read(cursor: string | undefined): CursorPart[] | undefined {
  if (cursor === undefined) return []
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(parts) &&
      parts.length <= 5 &&
      parts.every((part) => typeof part === 'string' || typeof part === 'number')
      ? parts
      : undefined
  } catch {
    return undefined
  }
}

/** `parts` is how many values `keyOf` gives, and so how many a cursor of this list has. */
export function pageOf<Item extends z.ZodType>(item: Item, id: string, parts = 1) {
  return {
    schema: z
      .object({
        items: z.array(item),
        next: z.string().nullable().describe('Cursor of the next page; null on the last.'),
      })
      .meta({ id }),
    /** `load` is asked for one row more than the page holds, to know whether there is a next one. */
    async answer<T>(
      query: { cursor?: string | undefined; limit: number },
      load: (after: readonly CursorPart[], limit: number) => Promise<T[]>,
      keyOf: (item: T) => readonly CursorPart[],
    ): Promise<Refusal<'cursor-invalid'> | { reply: { items: T[]; next: string | null } }> {
      const after = read(query.cursor)
      if (after === undefined || (after.length !== parts && query.cursor !== undefined))
        return { refused: 'cursor-invalid' }
      let found: T[]
      try {
        found = await load(after, query.limit + 1)
      } catch (error) {
        // A cursor somebody made up can hold a text where PostgreSQL wants a date, a number or a uuid (class 22).
        if (query.cursor !== undefined && String((error as { code?: string }).code).startsWith('22'))
          return { refused: 'cursor-invalid' }
        throw error
      }
      const items = found.slice(0, query.limit)
      const last = items.at(-1)
      return {
        reply: { items, next: found.length > query.limit && last !== undefined ? write(keyOf(last)) : null },
      }
    },
  }
}
