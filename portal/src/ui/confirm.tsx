import { Button, Group, List, Stack } from '@mantine/core'
import { useText } from '../app/language.tsx'
import { Dialog } from './dialog.tsx'
import { Refused } from './refused.tsx'

/** Asked before what cannot be taken back: what it means in whole sentences. The way out has the keyboard. */
export function Confirm({
  title,
  means,
  confirm,
  color = 'red.9',
  action,
  onConfirm,
  onClose,
}: {
  title: string
  means: readonly string[]
  confirm: string
  color?: string
  action: { readonly isPending: boolean; readonly error: Error | null }
  onConfirm: () => void
  onClose: () => void
}) {
  const t = useText()
  return (
    <Dialog title={title} busy={action.isPending} onClose={onClose}>
      <Stack>
        {means.length === 1 ? (
          means[0]
        ) : (
          <List spacing={4}>
            {means.map((sentence) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
        )}
        <Refused error={action.error} />
        <Group justify="end">
          <Button variant="default" onClick={onClose} disabled={action.isPending} data-autofocus>
            {t('shell.cancel')}
          </Button>
          <Button color={color} onClick={onConfirm} loading={action.isPending}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
