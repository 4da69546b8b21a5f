import { Page } from '../../ui/page.tsx'

export function Exposure() {
  return <Page title="exposure">{null}</Page>
}
