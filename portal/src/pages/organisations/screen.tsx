import { Page } from '../../ui/page.tsx'

export function Organisations() {
  return <Page title="organisations">{null}</Page>
}
