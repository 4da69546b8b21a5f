import { Alert, Button, List } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useText } from '../app/language.tsx'

/** Somebody else changed it meanwhile: what is different now, while what was typed stays where it is. */
export function Conflict({ differences, onSeen }: { differences: readonly string[]; onSeen: () => void }) {
  const t = useText()
  return (
    <Alert color="yellow" icon={<IconUsers aria-hidden />} role="alert" title={t('shell.conflict')}>
      {differences.length > 0 && (
        <List size="sm" mb="xs">
          {differences.map((text) => (
            <List.Item key={text}>{text}</List.Item>
          ))}
        </List>
      )}
      <Button size="xs" onClick={onSeen}>
        {t('shell.conflict-seen')}
      </Button>
    </Alert>
  )
}
