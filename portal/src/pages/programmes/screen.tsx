import { Page } from '../../ui/page.tsx'

export function Programmes() {
  return <Page title="programmes">{null}</Page>
}
