import { Group, Text } from '@mantine/core'
import { IconCheck, IconCircleX, IconClock, IconClockOff, IconEye, IconPencil } from '@tabler/icons-react'
import { useText } from '../../app/language.tsx'
import { useFormat } from '../../ui/format.ts'
import { Sign } from '../../ui/status.tsx'
import type { Access, Mandate } from './queries.ts'

const signs = {
  valid: { icon: IconCheck, color: 'green' },
  future: { icon: IconClock, color: 'blue' },
  expired: { icon: IconClockOff, color: 'gray' },
  revoked: { icon: IconCircleX, color: 'gray' },
} as const

export function MandateState({ of: { state, revokedAt } }: { of: Mandate }) {
  const t = useText()
  const format = useFormat()
  const { icon, color } = signs[state]
  const text =
    revokedAt === null
      ? t(`people.mandate-${state}`)
      : t('people.mandate-revoked-on', { day: format.dayOf(revokedAt) })
  return <Sign icon={icon} color={color} text={text} />
}

export function AccessWords({ access }: { access: Access }) {
  const t = useText()
  const Icon = access === 'act' ? IconPencil : IconEye
  return (
    <Group gap={4} wrap="nowrap" component="span" display="inline-flex">
      <Icon size={16} aria-hidden />
      <Text span size="sm">
        {t(`people.access-${access}`)}
      </Text>
    </Group>
  )
}
