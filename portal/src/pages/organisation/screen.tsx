import { Page } from '../../ui/page.tsx'

export function Organisation() {
  return <Page title="organisation">{null}</Page>
}
