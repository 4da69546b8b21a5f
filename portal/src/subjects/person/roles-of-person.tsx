import { Text } from '@mantine/core'
import { useText } from '../../app/language.tsx'
import { useFormat } from '../../ui/format.ts'
import { type Role, useRoleWords } from './roles.tsx'

export function Roles({
  of: { roles, leftAt },
}: {
  of: { readonly roles: readonly Role[]; readonly leftAt: string | null }
}) {
  const t = useText()
  const format = useFormat()
  const roleWords = useRoleWords()
  return (
    <span>
      {roleWords(roles)}
      {leftAt !== null && (
        <Text span display="block" size="sm" c="dimmed">
          {t('people.left-on', { day: format.dayOf(leftAt) })}
        </Text>
      )}
    </span>
  )
}
