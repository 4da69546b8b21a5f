import { Page } from '../../ui/page.tsx'

export function Order() {
  return <Page title="order">{null}</Page>
}
