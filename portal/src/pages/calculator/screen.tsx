import { Page } from '../../ui/page.tsx'

export function Calculator() {
  return <Page title="calculator">{null}</Page>
}
