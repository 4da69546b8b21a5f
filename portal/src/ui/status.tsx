import { Badge, Group, Text } from '@mantine/core'
import {
  type Icon,
  IconAlertTriangle,
  IconArrowBackUp,
  IconBarcode,
  IconBuildingWarehouse,
  IconCertificate,
  IconCheck,
  IconCircle,
  IconCircleX,
  IconClock,
  IconCoins,
  IconFlame,
  IconTruck,
} from '@tabler/icons-react'
import type { Schema } from '../api/client.ts'
import { useText } from '../app/language.tsx'
import { daysUntil, useFormat } from './format.ts'

/** Each state has a sign and a word; the colour only helps those who see it. */
const units: Readonly<Record<Schema['Unit']['state'], { icon: Icon; color: string }>> = {
  owed: { icon: IconCircle, color: 'gray' },
  identified: { icon: IconBarcode, color: 'blue' },
  'in-transit': { icon: IconTruck, color: 'indigo' },
  received: { icon: IconBuildingWarehouse, color: 'cyan' },
  'failed-inspection': { icon: IconAlertTriangle, color: 'orange' },
  'destruction-declared': { icon: IconFlame, color: 'grape' },
  accepted: { icon: IconCheck, color: 'green' },
  certified: { icon: IconCertificate, color: 'green' },
  waived: { icon: IconCircleX, color: 'gray' },
  cancelled: { icon: IconCircleX, color: 'gray' },
  'charged-back': { icon: IconCoins, color: 'red' },
}

export function UnitState({ state }: { state: Schema['Unit']['state'] }) {
  const t = useText()
  const { icon, color } = units[state]
  return <Sign icon={icon} color={color} text={t(`states.${state}`)} />
}

export function Route({ route }: { route: Schema['Unit']['route'] }) {
  const t = useText()
  return (
    <Group gap={4} wrap="nowrap" component="span">
      {route === 'return' ? <IconArrowBackUp size={16} aria-hidden /> : <IconFlame size={16} aria-hidden />}
      <Text span size="sm">
        {t(`states.route-${route}`)}
      </Text>
    </Group>
  )
}

export function CaseStatus({ status }: { status: Schema['Case']['status'] }) {
  const t = useText()
  return status === 'open' ? (
    <Sign icon={IconCircle} color="blue" text={t('states.open')} />
  ) : (
    <Sign icon={IconCheck} color="green" text={t('states.closed')} />
  )
}

/** A day by which something must be done: how near it is, in words and with a sign. */
export function Due({ on, over = false }: { on: string; over?: boolean }) {
  const format = useFormat()
  const days = daysUntil(on)
  const color = over ? undefined : days < 0 ? 'error' : days <= 14 ? 'warning' : undefined
  return (
    <Group gap={4} component="span" style={{ display: 'inline-flex' }}>
      {color === 'error' && <IconAlertTriangle size={16} aria-hidden />}
      {color === 'warning' && <IconClock size={16} aria-hidden />}
      <Text
        span
        size="sm"
        style={{ whiteSpace: 'nowrap' }}
        {...(color === 'error' && { c: 'var(--mantine-color-error)', fw: 600 })}
      >
        {format.day(on)}
      </Text>
      {!over && (
        <Text span size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          ({format.daysFromNow(on)})
        </Text>
      )}
    </Group>
  )
}

export function Sign({ icon: Icon, color, text }: { icon: Icon; color: string; text: string }) {
  return (
    <Badge
      variant="light"
      color={color}
      leftSection={<Icon size={13} aria-hidden />}
      tt="none"
      fw={500}
      size="md"
      style={{ '--badge-color': 'var(--mantine-color-text)' }}
    >
      {text}
    </Badge>
  )
}
