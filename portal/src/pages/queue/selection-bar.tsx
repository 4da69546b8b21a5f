import { Button, Group, Paper, Text } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../../app/language.tsx'
import type { Item } from '../../subjects/queue/queries.ts'
import { BulkCertificates } from './bulk-certificates.tsx'
import { BulkExtensions } from './bulk-extensions.tsx'
import classes from './selection-bar.module.css'

type Wanted = 'accept' | 'reject' | 'grant' | 'deny'

/** What can be done with everything that is selected, at the foot of the list. */
export function SelectionBar({
  selected,
  onDecided,
  onClear,
}: {
  selected: readonly Item[]
  onDecided: (done: readonly Item[]) => void
  onClear: () => void
}) {
  const t = useText()
  // The dialog keeps what it was opened with: what is done leaves the queue under it.
  const [dialog, setDialog] = useState<{ wanted: Wanted; items: readonly Item[] } | null>(null)
  const certificates = selected.filter(({ kind }) => kind === 'certificate-review')
  const extensions = selected.filter(({ kind }) => kind === 'extension-decision')
  const offer = (wanted: Wanted, items: readonly Item[]) => (
    <Button
      size="xs"
      variant={wanted === 'accept' || wanted === 'grant' ? 'filled' : 'default'}
      onClick={() => setDialog({ wanted, items })}
    >
      {t(`desk.bulk-${wanted}`, { count: items.length })}
    </Button>
  )
  const close = (done: readonly Item[]) => {
    setDialog(null)
    onDecided(done)
  }
  return (
    <>
      {selected.length > 0 && (
        <Paper
          withBorder
          shadow="md"
          p="sm"
          className={`${classes['bar']} no-print`}
          component="section"
          aria-label={t('desk.selection')}
        >
          <Group gap="xs">
            <Text size="sm" fw={600} mr="xs">
              {t('desk.selected', { count: selected.length })}
            </Text>
            {certificates.length > 0 && offer('accept', certificates)}
            {certificates.length > 0 && offer('reject', certificates)}
            {extensions.length > 0 && offer('grant', extensions)}
            {extensions.length > 0 && offer('deny', extensions)}
            <Button size="xs" variant="subtle" onClick={onClear}>
              {t('desk.select-none')}
            </Button>
          </Group>
        </Paper>
      )}
      {(dialog?.wanted === 'accept' || dialog?.wanted === 'reject') && (
        <BulkCertificates decision={dialog.wanted} items={dialog.items} onClose={close} />
      )}
      {(dialog?.wanted === 'grant' || dialog?.wanted === 'deny') && (
        <BulkExtensions granted={dialog.wanted === 'grant'} items={dialog.items} onClose={close} />
      )}
    </>
  )
}
