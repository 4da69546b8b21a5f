import { answerOf, api, type Schema } from '../../api/client.ts'
import { caseKey } from '../../subjects/case/queries.ts'
import { useCursorPages } from '../../ui/cursor-pages.tsx'

export type Problem = Schema['FormProblem']
export type SheetRow = Schema['FormSheet']['rows'][number]

/** A sheet of the file from a row on, 200 rows at a time. `sheet` left out: the first visible one. */
export function useSheet(
  { caseId, formVersion }: Pick<Schema['Form'], 'caseId' | 'formVersion'>,
  sheet: string | undefined,
  from: number,
) {
  const pages = useCursorPages<SheetRow>(
    [...caseKey(caseId), 'forms', formVersion, 'sheet', sheet ?? '', from],
    async (cursor) => {
      const answer = await answerOf(
        api.GET('/cases/{id}/forms/{version}/sheet', {
          params: {
            path: { id: caseId, version: formVersion },
            query: { sheet, after: cursor === undefined ? from : Number(cursor) },
          },
        }),
      )
      return { ...answer, items: answer.rows, next: answer.next === null ? null : String(answer.next) }
    },
  )
  const first = pages.data?.pages[0] as (Schema['FormSheet'] & { items: SheetRow[] }) | undefined
  return { ...pages, sheets: first?.sheets ?? [], shown: first?.sheet }
}

export const rowOf = (cell: string): number => Number(/\d+$/.exec(cell)?.[0] ?? 0)
export const columnOf = (cell: string): string => /^[A-Z]+/.exec(cell)?.[0] ?? ''
/** A, B … Z, AA: shorter names come first. */
export const byColumn = (one: string, other: string): number =>
  one.length - other.length || (one < other ? -1 : 1)
