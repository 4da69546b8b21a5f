import { Page } from '../../ui/page.tsx'

export function FormReview() {
  return <Page title="form-review">{null}</Page>
}
