import { Alert, List, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { ProblemError } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { Refused } from '../../ui/refused.tsx'

/** Problems of fields stand beside them; here is only how many there are, and what belongs to no field of the form. */
export function OrderRefused({ error }: { error: Error | null }) {
  const t = useText()
  const problems = error instanceof ProblemError ? (error.problem.errors ?? []) : []
  if (problems.length === 0) return <Refused error={error} />
  const others = problems.filter(({ pointer }) => fieldless.includes(pointer))
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} role="alert">
      <Text size="sm">{t('orders.see-fields', { count: problems.length })}</Text>
      {others.length > 0 && (
        <List size="sm" mt={4}>
          {others.map(({ pointer, detail }) => (
            <List.Item key={pointer}>{detail}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  )
}

const fieldless: readonly string[] = ['/body', '/body/number', '/body/lines']
