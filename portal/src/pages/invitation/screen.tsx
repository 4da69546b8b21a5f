import { Page } from '../../ui/page.tsx'

export function Invitation() {
  return <Page title="invitation">{null}</Page>
}
