import { Page } from '../../ui/page.tsx'

export function Dock() {
  return <Page title="dock">{null}</Page>
}
