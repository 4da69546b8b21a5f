import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Schema } from '../../../api/client.ts'
import { useText } from '../../../app/language.tsx'
import { BarcodeCameraDialog } from '../../../ui/barcode-camera-dialog.tsx'
import { asSerial, type Changes, markIn, serialIn, type Wish } from './changes.ts'
import { unitsQuery } from './unit-pages.ts'

type Unit = Schema['Unit']

/** Device after device: what the camera reads goes to the next one that has no serial number. */
export function ScanSerials({
  view,
  changes,
  onChange,
  onClose,
}: {
  view: Schema['Case']
  changes: Changes
  onChange: (said: readonly { unit: Unit; wish: Wish }[]) => void
  onClose: () => void
}) {
  const t = useText()
  const [cursor, setCursor] = useState<string | undefined>()
  const [skipped, setSkipped] = useState<ReadonlySet<number>>(new Set())
  const [said, setSaid] = useState('')
  const { data, isPending } = useQuery(unitsQuery(view.id, { missing: true }, cursor))
  const open = (data?.items ?? []).filter((unit) => {
    const change = changes.rows[unit.row]
    return (
      unit.actions.includes('change-unit') &&
      !skipped.has(unit.row) &&
      serialIn(unit, change) === '' &&
      markIn(unit, change) === null
    )
  })
  const [next] = open
  if (next === undefined && data?.next) setCursor(data.next)

  const read = (code: string) => {
    const serial = asSerial(code)
    const there = Object.entries(changes.rows).find(([, change]) => asSerial(change.serial ?? '') === serial)
    if (data?.items.some(({ sku }) => sku.toUpperCase() === serial))
      setSaid(t('cases.scan-sku', { code: serial }))
    else if (there !== undefined) setSaid(t('cases.scan-again', { serial, row: Number(there[0]) }))
    else if (next !== undefined) {
      onChange([{ unit: next, wish: { serial } }])
      setSaid(t('cases.scanned', { serial, row: next.row, sku: next.sku }))
    }
  }
  return (
    <BarcodeCameraDialog title={t('cases.scan')} onCode={read} onClose={onClose}>
      <Stack gap="xs">
        <Text size="sm" fw={600}>
          {next === undefined
            ? t(isPending ? 'shell.loading' : 'cases.scan-complete')
            : t('cases.scan-next', { row: next.row, sku: next.sku })}
        </Text>
        <div role="status">
          {said !== '' && (
            <Alert p="xs" icon={<IconCheck aria-hidden />}>
              {said}
            </Alert>
          )}
        </div>
        <Group justify="space-between">
          {next !== undefined && (
            <Button variant="default" onClick={() => setSkipped(new Set([...skipped, next.row]))}>
              {t('cases.scan-skip')}
            </Button>
          )}
          <Button onClick={onClose}>{t('cases.scan-done')}</Button>
        </Group>
      </Stack>
    </BarcodeCameraDialog>
  )
}
