import { getRouteApi, Outlet } from '@tanstack/react-router'
import { Page } from '../../ui/page.tsx'

const route = getRouteApi('/shell/cases/$caseId')

export function Case() {
  const { caseId } = route.useParams()
  return (
    <Page title={caseId}>
      <Outlet />
    </Page>
  )
}
