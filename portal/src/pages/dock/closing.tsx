import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { Refused } from '../../ui/refused.tsx'
import { useAction } from '../../ui/use-action.ts'
import classes from './answer.module.css'
import { FigureList } from './figure-list.tsx'
import { changeNextDevice } from './next-device.ts'
import { figuresOf } from './outcomes.tsx'
import { openReceiptsKey, receiptQuery } from './queries.ts'

/** Once more what is in it, and then it is closed. Scanning instead is going on. */
export function Closing({
  receipt,
  scans,
  complete,
  waiting,
  onBack,
}: {
  receipt: Schema['Receipt']
  scans: readonly Schema['Scan'][]
  /** All scans of the receipt are loaded, so that the figures are true. */
  complete: boolean
  /** Scans that the server does not have yet; a closed receipt would not take them. */
  waiting: number
  onBack: () => void
}) {
  const t = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const close = useAction({
    run: (id: string, header) =>
      answerOf(api.POST('/receipts/{id}/closing', { params: { path: { id }, header } })),
    invalidates: [receiptQuery(receipt.id).queryKey, openReceiptsKey],
    onDone: () => {
      changeNextDevice(receipt.id, { caseNumber: null, sku: null, note: null })
      return undefined
    },
  })
  const figures = figuresOf(scans)
  return (
    <Stack className={classes['form']} gap="sm">
      <Title order={2} ref={heading} tabIndex={-1}>
        {t('dock.closing-title')}
      </Title>
      {complete && <FigureList figures={figures} />}
      {waiting > 0 ? (
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
          {t('dock.closing-waits', { count: waiting })}
        </Alert>
      ) : (
        <Text>{t('dock.closing-help')}</Text>
      )}
      <Refused error={close.error} />
      <Group gap="sm" grow preventGrowOverflow={false}>
        {waiting === 0 && (
          <Button h={64} size="lg" onClick={() => close.mutate(receipt.id)} loading={close.isPending}>
            {t('dock.close')}
          </Button>
        )}
        <Button h={64} size="lg" variant="default" onClick={onBack}>
          {t('dock.go-on')}
        </Button>
      </Group>
    </Stack>
  )
}
