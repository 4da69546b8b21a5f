/** A piece of the rules (plain JSON) in lines, indented as in its YAML file. To read, not to parse. */
export function linesOf(value: unknown): string[] {
  if (Array.isArray(value)) {
    if (value.every(isScalar)) return [value.map(scalar).join(', ')]
    return value.flatMap((entry) => {
      const [first = '', ...rest] = linesOf(entry)
      return [`- ${first}`, ...rest.map((line) => `  ${line}`)]
    })
  }
  if (isScalar(value)) return scalar(value).split('\n')
  return Object.entries(value as Record<string, unknown>).flatMap(([name, inner]) => {
    const lines = linesOf(inner)
    return lines.length === 1 && (isScalar(inner) || isFlatList(inner))
      ? [`${name}: ${lines[0]}`]
      : [`${name}:`, ...lines.map((line) => `  ${line}`)]
  })
}

const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null
const isFlatList = (value: unknown): boolean => Array.isArray(value) && value.every(isScalar)
const scalar = (value: unknown): string =>
  value === null || value === undefined ? '–' : `${value as string | number | boolean}`
