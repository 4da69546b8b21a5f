import { Page } from '../../ui/page.tsx'

export function Queue() {
  return <Page title="queue">{null}</Page>
}
