import { Page } from '../../ui/page.tsx'

export function Portfolio() {
  return <Page title="portfolio">{null}</Page>
}
