import { Page } from '../../ui/page.tsx'

export function Goods() {
  return <Page title="goods">{null}</Page>
}
