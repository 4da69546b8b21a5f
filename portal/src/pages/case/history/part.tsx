export function CaseHistory() {
  return null
}
