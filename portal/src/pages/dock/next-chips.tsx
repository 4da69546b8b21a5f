import { Button, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useText } from '../../app/language.tsx'
import classes from './dock.module.css'
import { changeNextDevice, type NextDevice } from './next-device.ts'

/** What the next scan takes along, and how to take it away again. */
export function NextChips({ receiptId, next }: { receiptId: string; next: NextDevice }) {
  const t = useText()
  const { caseNumber, sku, note } = next
  const chip = (text: string, name: string, without: Partial<NextDevice>) => (
    <Button
      variant="light"
      size="sm"
      color="blue"
      className={classes['chip']}
      rightSection={<IconX size={16} aria-hidden />}
      aria-label={name}
      onClick={() => changeNextDevice(receiptId, without)}
    >
      {text}
    </Button>
  )
  return (
    <>
      {caseNumber === null ? (
        <Text size="sm" c="dimmed">
          {t('dock.loose')}
        </Text>
      ) : (
        chip(t('dock.box', { caseNumber }), t('dock.box-remove', { caseNumber }), { caseNumber: null })
      )}
      {sku !== null && chip(t('dock.sku', { sku }), t('dock.sku-remove', { sku }), { sku: null })}
      {note !== null &&
        chip(t('dock.note-chip', { note }), t('dock.note-chip-remove', { note }), { note: null })}
    </>
  )
}
