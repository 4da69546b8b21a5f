import { Alert, List, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { ProblemError, Unreachable } from '../api/client.ts'
import { useText } from '../app/language.tsx'

/**
 * Why the server said no, in its own words, read aloud when it appears. Problems of single fields that a form shows
 * beside its fields are named in `shown` (JSON Pointers) and not said twice.
 */
export function Refused({ error, shown = [] }: { error: Error | null; shown?: readonly string[] }) {
  const t = useText()
  if (error === null || error.name === 'AbortError') return null
  if (!(error instanceof ProblemError))
    return (
      <Alert color="red" icon={<IconAlertTriangle aria-hidden />} role="alert" title={t('shell.unreachable')}>
        {error instanceof Unreachable ? t('shell.nothing-lost') : t('shell.broken-help')}
      </Alert>
    )
  const { title, detail, errors = [] } = error.problem
  const rest = errors.filter(({ pointer }) => !shown.includes(pointer))
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} role="alert" title={title}>
      <Text size="sm">{detail}</Text>
      {rest.length > 0 && (
        <List size="sm" mt={4}>
          {rest.slice(0, 20).map(({ pointer, detail: text }) => (
            <List.Item key={`${pointer} ${text}`}>{text}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  )
}

/** What the server says of one field (`/body/email`), to stand beside it. */
export const errorAt = (error: Error | null, pointer: string): string | undefined =>
  error instanceof ProblemError
    ? error.problem.errors?.find((one) => one.pointer === pointer)?.detail
    : undefined

export const refusedWith = (error: Error | null, code: string): boolean =>
  error instanceof ProblemError && error.problem.code === code
