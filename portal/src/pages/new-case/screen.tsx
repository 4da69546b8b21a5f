import { Page } from '../../ui/page.tsx'

export function NewCase() {
  return <Page title="new-case">{null}</Page>
}
