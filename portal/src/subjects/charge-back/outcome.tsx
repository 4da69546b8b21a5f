import { Stack, Text } from '@mantine/core'
import { IconCheck, IconCircleX, IconClock } from '@tabler/icons-react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useMe } from '../../app/session.ts'
import { useFormat } from '../../ui/format.ts'
import { Sign } from '../../ui/status.tsx'

const signs = {
  waiting: { icon: IconClock, color: 'yellow' },
  approved: { icon: IconCheck, color: 'red' },
  'turned-down': { icon: IconCircleX, color: 'gray' },
} as const

/** What came of a proposal: who decided and why, or why the reader cannot. */
export function Outcome({ of: { state, proposedBy, decision } }: { of: Schema['ChargeBack'] }) {
  const t = useText()
  const format = useFormat()
  const me = useMe()
  return (
    <Stack gap={2} align="start">
      <Sign {...signs[state]} text={t(`money.state-of-${state}`)} />
      {state === 'waiting' && proposedBy.id === me.personId && <Text size="xs">{t('money.not-yours')}</Text>}
      {decision !== null && (
        <Text size="xs" c="dimmed">
          {t('money.proposed-at', { name: decision.by.name, at: format.dayOf(decision.at) })}
        </Text>
      )}
      {decision !== null && decision.note !== '' && <Text size="xs">{decision.note}</Text>}
      {decision !== null && decision.leftOut.length > 0 && (
        <Text size="xs">{t('money.left-out', { count: decision.leftOut.length })}</Text>
      )}
    </Stack>
  )
}
