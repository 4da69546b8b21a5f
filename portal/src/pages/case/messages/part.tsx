export function CaseMessages() {
  return null
}
