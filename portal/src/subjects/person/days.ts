/** A day that somebody picked (`YYYY-MM-DD`) as the instant at which it begins or ends where they are. */
export const beginOf = (day: string): string => new Date(`${day}T00:00:00`).toISOString()
export const endOf = (day: string): string => new Date(`${day}T23:59:59`).toISOString()

/** The day of an instant where the reader is, as a field for dates takes it. */
export function dayAt(instant: string | number | Date): string {
  const at = new Date(instant)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
export const today = (): string => dayAt(Date.now())
export function inOneYear(): string {
  const at = new Date()
  at.setFullYear(at.getFullYear() + 1)
  return dayAt(at)
}
