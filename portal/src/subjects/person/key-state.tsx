import { IconCheck, IconCircleX, IconClockOff } from '@tabler/icons-react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useFormat } from '../../ui/format.ts'
import { Sign } from '../../ui/status.tsx'

type Key = Pick<Schema['ApiKeyInList'], 'expiresAt' | 'revokedAt'>

export const isOver = ({ expiresAt, revokedAt }: Key): boolean =>
  revokedAt !== null || (expiresAt !== null && Date.parse(expiresAt) <= Date.now())

export function KeyState({ of: key }: { of: Key }) {
  const t = useText()
  const format = useFormat()
  if (key.revokedAt !== null)
    return (
      <Sign
        icon={IconCircleX}
        color="gray"
        text={t('people.key-revoked-on', { day: format.dayOf(key.revokedAt) })}
      />
    )
  return isOver(key) ? (
    <Sign icon={IconClockOff} color="gray" text={t('people.key-expired')} />
  ) : (
    <Sign icon={IconCheck} color="green" text={t('people.key-valid')} />
  )
}
