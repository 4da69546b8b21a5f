/** What stands in the address behind `?` comes from anybody: each part is read as what it may be, or is not there. */
type Raw = Record<string, unknown>

export const textIn = (raw: Raw, name: string): string | undefined => {
  const value = raw[name]
  return typeof value === 'string' && value !== ''
    ? value.slice(0, 200)
    : typeof value === 'number'
      ? String(value)
      : undefined
}
export const oneIn = <T extends string>(raw: Raw, name: string, choices: readonly T[]): T | undefined => {
  const value = raw[name]
  return choices.find((choice) => choice === value)
}
/** An id; what is none is not sent, where it would be refused with the whole page. */
export const idIn = (raw: Raw, name: string): string | undefined => {
  const text = textIn(raw, name)
  return text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text : undefined
}
export const flagIn = (raw: Raw, name: string): true | undefined =>
  raw[name] === true || raw[name] === 'true' ? true : undefined
