import { Page } from '../../ui/page.tsx'

export function CertificateReview() {
  return <Page title="certificate-review">{null}</Page>
}
