import { Page } from '../../ui/page.tsx'

export function NewOrder() {
  return <Page title="new-order">{null}</Page>
}
