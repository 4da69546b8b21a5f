const two = (value: number): string => String(value).padStart(2, '0')

/** `YYYY-MM-DD` as many days after the reader's today. */
export function dayFromNow(days: number, now = new Date()): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days)
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}
