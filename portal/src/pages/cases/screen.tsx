import { Page } from '../../ui/page.tsx'

export function Cases() {
  return <Page title="cases">{null}</Page>
}
