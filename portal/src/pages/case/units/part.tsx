export function CaseUnits() {
  return null
}
