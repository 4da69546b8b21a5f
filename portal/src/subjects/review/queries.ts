import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { caseKey } from '../case/queries.ts'

export const certificateQuery = (caseId: string, number: number) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'certificates', number],
    queryFn: () =>
      answerOf(api.GET('/cases/{id}/certificates/{number}', { params: { path: { id: caseId, number } } })),
  })

/** What a version of a programme demands of a certificate. */
export interface Demands {
  readonly signatures: readonly ('by-hand' | 'own-digital' | 'portal')[]
  readonly approvalBeforeDestroying: boolean
  readonly evidence: readonly {
    readonly code: string
    readonly name: Readonly<Record<string, string>>
    readonly required: boolean
  }[]
}

export const demandsQuery = ({ id, version }: { id: string; version: string }) =>
  queryOptions({
    queryKey: ['programmes', id, version, 'whole'],
    queryFn: () =>
      answerOf(
        api.GET('/programmes/{id}/versions/{programmeVersion}', {
          params: { path: { id, programmeVersion: version } },
        }),
      ),
    // The document leaves the shape of a definition open; the schema of programmes says it (routes.destroy).
    select: ({ definition }) => (definition as { routes?: { destroy?: Demands } }).routes?.destroy ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  })
