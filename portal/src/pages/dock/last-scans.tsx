import { ActionIcon, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconCamera, IconClock } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { Refused } from '../../ui/refused.tsx'
import { Loading } from '../../ui/states.tsx'
import { Sign } from '../../ui/status.tsx'
import classes from './dock.module.css'
import { figuresOf, signalSigns } from './outcomes.tsx'
import type { WaitingScan } from './waiting-scans.ts'

const AT_ONCE = 20

/** What came before, the newest first; what is not sent yet on top. */
export function LastScans({
  scans,
  waiting,
  query,
  onPhoto,
}: {
  scans: readonly Schema['Scan'][]
  waiting: readonly WaitingScan[]
  query: { isLoading: boolean; error: Error | null; refetch: () => Promise<unknown> }
  onPhoto: (scan: Schema['Scan']) => void
}) {
  const t = useText()
  const [count, setCount] = useState(AT_ONCE)
  const figures = figuresOf(scans)
  return (
    <section className={classes['list']} aria-labelledby="dock-last">
      <Title order={2} id="dock-last">
        {t('dock.last')}
      </Title>
      <Group gap="xs" my="xs">
        {(['green', 'yellow', 'red'] as const).map((signal) => (
          <Sign
            key={signal}
            {...signalSigns[signal]}
            text={t(`dock.count-${signal}`, { count: figures[signal] })}
          />
        ))}
      </Group>
      {query.isLoading && <Loading />}
      {query.error !== null && (
        <Stack align="start" mb="xs">
          <Refused error={query.error} />
          <Button variant="default" onClick={() => void query.refetch()}>
            {t('shell.try-again')}
          </Button>
        </Stack>
      )}
      {!query.isLoading && scans.length === 0 && waiting.length === 0 && (
        <Text c="dimmed">{t('dock.none-scanned')}</Text>
      )}
      <ol className={classes['scans']}>
        {waiting.toReversed().map(({ key, text }) => (
          <li key={key}>
            <span className={`${classes['what']} mono`}>{text ?? t('dock.unreadable')}</span>
            <Sign icon={IconClock} color="gray" text={t('dock.not-sent')} />
          </li>
        ))}
        {scans.slice(0, count).map((scan) => (
          <Line key={scan.number} scan={scan} onPhoto={onPhoto} />
        ))}
      </ol>
      {scans.length > count && (
        <Button variant="default" mt="sm" onClick={() => setCount(count + 5 * AT_ONCE)}>
          {t('shell.more')}
        </Button>
      )}
    </section>
  )
}

function Line({ scan, onPhoto }: { scan: Schema['Scan']; onPhoto: (scan: Schema['Scan']) => void }) {
  const t = useText()
  const { scanned, signal, outcome, shelfNumber, photos, actions } = scan
  const serial = scanned ?? t('dock.unreadable')
  return (
    <li>
      <span className={`${classes['what']} mono`}>{serial}</span>
      <Sign {...signalSigns[signal]} text={t(`dock.outcome-${outcome}`)} />
      {shelfNumber !== null && <strong className="mono">{shelfNumber}</strong>}
      {photos.length > 0 && <Text size="sm">{t('dock.photos', { count: photos.length })}</Text>}
      {actions.includes('add-photo') && scan.held && (
        <ActionIcon
          variant="default"
          size={44}
          className={classes['take']}
          aria-label={t('dock.photo-of', { serial: shelfNumber ?? serial })}
          onClick={() => onPhoto(scan)}
        >
          <IconCamera size={20} aria-hidden />
        </ActionIcon>
      )}
    </li>
  )
}
