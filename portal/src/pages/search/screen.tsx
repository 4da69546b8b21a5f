import { Page } from '../../ui/page.tsx'

export function Search() {
  return <Page title="search">{null}</Page>
}
