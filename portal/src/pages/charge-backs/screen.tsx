import { Page } from '../../ui/page.tsx'

export function ChargeBacks() {
  return <Page title="charge-backs">{null}</Page>
}
