import { Page } from '../../ui/page.tsx'

export function Mandates() {
  return <Page title="mandates">{null}</Page>
}
