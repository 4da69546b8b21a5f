import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core'
import { IconCamera, IconCloudOff, IconUserQuestion } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { answerOf, api } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { Refused, refusedWith } from '../../ui/refused.tsx'
import { useAction } from '../../ui/use-action.ts'
import classes from './dock.module.css'
import { openReceiptsKey } from './queries.ts'
import type { Queues } from './use-queues.ts'
import type { WaitingScan } from './waiting-scans.ts'

/** What is still only on this device, and what a person has to do about it, if anything. */
export function Unsent({
  queues,
  quiet = false,
}: {
  queues: Queues
  /** While somebody scans: the answer itself says what is kept, and photographs on their way must not move it. */
  quiet?: boolean
}) {
  const t = useText()
  const { waiting, ofOthers, unreachable, refused } = queues.scanState
  const { unreachable: unreachablePhotos, refused: refusedPhotos } = queues.photoState
  const names = [...new Set(ofOthers.map(({ by }) => by.name))]
  return (
    <Stack gap="xs" role="status" className={`${classes['unsent']} no-print`}>
      {unreachable && waiting.length > 0 && (
        <Alert
          color="yellow"
          icon={<IconCloudOff aria-hidden />}
          title={t('dock.unsent', { count: waiting.length })}
        >
          {!quiet && t('dock.unsent-help')}
        </Alert>
      )}
      {refused !== null && waiting[0] !== undefined && (
        <RefusedScan scan={waiting[0]} error={refused} queues={queues} />
      )}
      {ofOthers.length > 0 && (
        <Alert
          color="yellow"
          icon={<IconUserQuestion aria-hidden />}
          title={t('dock.unsent-of', { count: ofOthers.length, names: names.join(', ') })}
        >
          {t('dock.unsent-of-help')}
        </Alert>
      )}
      {(!quiet || unreachablePhotos || refusedPhotos.size > 0) && <UnsentPhotos queues={queues} />}
    </Stack>
  )
}

function RefusedScan({
  scan,
  error,
  queues: { scans, scanState },
}: {
  scan: WaitingScan
  error: Error
  queues: Queues
}) {
  const t = useText()
  const navigate = useNavigate()
  const isOver = refusedWith(error, 'receipt-closed') || refusedWith(error, 'receipt-not-found')
  const begin = useAction({
    run: (site: string, header) => answerOf(api.POST('/receipts', { params: { header }, body: { site } })),
    invalidates: [openReceiptsKey],
    onDone: ({ id }) => {
      scans.moveTo(scan.receiptId, id)
      return navigate({ to: '/dock', search: { receipt: id } })
    },
  })
  return (
    <Stack gap="xs">
      <Refused error={error} />
      <Text size="sm">
        {t('dock.refused-scan', {
          serial: scan.text ?? t('dock.unreadable'),
          count: scanState.waiting.length,
        })}
      </Text>
      <Refused error={begin.error} />
      <Group gap="xs">
        {isOver && (
          <Button size="md" onClick={() => begin.mutate(scan.site)} loading={begin.isPending}>
            {t('dock.new-receipt-for', {
              count: scanState.waiting.filter(({ receiptId }) => receiptId === scan.receiptId).length,
            })}
          </Button>
        )}
        <Button size="md" variant="default" onClick={scans.again}>
          {t('shell.try-again')}
        </Button>
        <Button size="md" variant="subtle" color="red" onClick={scans.discardFirst}>
          {t('dock.discard')}
        </Button>
      </Group>
    </Stack>
  )
}

function UnsentPhotos({ queues: { photos, photoState } }: { queues: Queues }) {
  const t = useText()
  const { waiting, share, unreachable, refused } = photoState
  if (waiting.length === 0) return null
  return (
    <Alert
      color={refused.size > 0 ? 'red' : 'petrol'}
      icon={<IconCamera aria-hidden />}
      title={t('dock.photos-unsent', { count: waiting.length })}
    >
      <Stack gap="xs">
        {unreachable ? (
          <Text size="sm">{t('dock.unsent-help')}</Text>
        ) : (
          refused.size < waiting.length && (
            <Progress value={share * 100} aria-label={t('dock.photo-progress')} />
          )
        )}
        {waiting.map(({ key, number }) => {
          const error = refused.get(key)
          return (
            error !== undefined && (
              <Stack key={key} gap={4} align="start">
                <Text size="sm">
                  {t('dock.photo-refused', { number: number ?? 0, reason: error.message })}
                </Text>
                <Button size="sm" variant="default" onClick={() => void photos.remove(key)}>
                  {t('dock.photo-remove')}
                </Button>
              </Stack>
            )
          )
        })}
        {refused.size > 0 && (
          <Button size="sm" onClick={photos.again} style={{ alignSelf: 'start' }}>
            {t('shell.try-again')}
          </Button>
        )}
      </Stack>
    </Alert>
  )
}
