export function CaseTime() {
  return null
}
