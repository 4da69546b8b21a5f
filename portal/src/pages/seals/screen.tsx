import { Page } from '../../ui/page.tsx'

export function Seals() {
  return <Page title="seals">{null}</Page>
}
