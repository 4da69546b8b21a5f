export function CaseShipping() {
  return null
}
