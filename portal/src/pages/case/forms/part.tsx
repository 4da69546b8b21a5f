export function CaseForms() {
  return null
}
