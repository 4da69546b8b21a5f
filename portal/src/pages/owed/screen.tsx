import { Page } from '../../ui/page.tsx'

export function Owed() {
  return <Page title="owed">{null}</Page>
}
