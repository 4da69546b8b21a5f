import { Alert, Button, Group, List, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useText } from '../../app/language.tsx'
import { touchedByDecision } from '../../subjects/queue/queries.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Refused } from '../../ui/refused.tsx'
import { useAction } from '../../ui/use-action.ts'
import { assign, type Held, type Target } from './queries.ts'

/** What it means to say whose this is, before it is said. */
export function AssignDialog({
  held,
  target,
  onClose,
  onAssigned,
}: {
  held: Held
  target: Target
  onClose: () => void
  onAssigned: () => void
}) {
  const t = useText()
  const { caseId, row, customerName, sku, serial } = target
  const action = useAction({
    run: (wish: Target, headers) => assign(held, wish, headers),
    invalidates: touchedByDecision(caseId),
    done: t('desk.assigned-note', { row, caseId }),
    onDone: () => {
      onClose()
      onAssigned()
    },
  })
  const otherSerial = held.serial !== null && serial !== null && held.serial !== serial
  const otherSku = held.sku !== null && held.sku !== sku
  return (
    <Dialog onClose={onClose} size="lg" title={t('desk.assign-title')}>
      <Stack>
        <Text>
          {t('desk.assign-means', {
            what: held.serial ?? held.shelfNumber ?? 'none',
            row,
            sku,
            caseId,
            customer: customerName,
          })}
        </Text>
        <List size="sm">
          <List.Item>{t('desk.assign-receives')}</List.Item>
          <List.Item>
            {held.serial === null
              ? t('desk.assign-keeps-serial')
              : t('desk.assign-serial', { serial: held.serial })}
          </List.Item>
          <List.Item>{t('desk.assign-history')}</List.Item>
        </List>
        {(otherSerial || otherSku) && (
          <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
            {otherSerial && <div>{t('desk.assign-other-serial', { held: held.serial, known: serial })}</div>}
            {otherSku && <div>{t('desk.assign-other-sku', { held: held.sku, known: sku })}</div>}
          </Alert>
        )}
        <Refused error={action.error} />
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {t('shell.cancel')}
          </Button>
          <Button onClick={() => action.mutate(target)} loading={action.isPending} data-autofocus>
            {t('desk.assign-now')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
