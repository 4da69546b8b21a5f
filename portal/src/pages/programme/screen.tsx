import { Page } from '../../ui/page.tsx'

export function Programme() {
  return <Page title="programme">{null}</Page>
}
