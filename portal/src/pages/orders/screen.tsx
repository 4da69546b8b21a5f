import { Page } from '../../ui/page.tsx'

export function Orders() {
  return <Page title="orders">{null}</Page>
}
