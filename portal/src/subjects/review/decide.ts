import { answerOf, api, ifMatch } from '../../api/client.ts'

export type Decision =
  | { readonly decision: 'accept'; readonly rows?: number[]; readonly note: string }
  | { readonly decision: 'reject'; readonly reason: string; readonly note: string }

/** `version` of the case that somebody looked at; left out where many are decided together. */
export const decideCertificate = (
  { caseId, number, version }: { caseId: string; number: number; version?: number },
  decision: Decision,
  headers: { 'idempotency-key': string },
) =>
  answerOf(
    api.PUT('/cases/{id}/certificates/{number}/decision', {
      params: {
        path: { id: caseId, number },
        header: { ...headers, ...(version !== undefined && ifMatch(version)) },
      },
      body: decision,
    }),
  )
