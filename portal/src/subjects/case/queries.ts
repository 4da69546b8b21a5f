import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { caseQuery } from './case-query.ts'

export { caseKey, caseQuery, touchedBy } from './case-query.ts'

const route = getRouteApi('/shell/cases/$caseId')

/** The case that the screen is about; inside of its parts it is there already. Not in case-query.ts, which the route imports. */
export function useCase() {
  const { caseId } = route.useParams()
  return useSuspenseQuery(caseQuery(caseId)).data
}
