export function CaseCertificates() {
  return null
}
