import { answerOf, api } from '../../../api/client.ts'

export const certificatesPage = (caseId: string) => (cursor: string | undefined) =>
  answerOf(
    api.GET('/cases/{id}/certificates', {
      params: { path: { id: caseId }, query: { cursor, limit: 200 } },
    }),
  )
