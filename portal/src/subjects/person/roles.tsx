import { Checkbox, Stack } from '@mantine/core'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'

export type Role = Schema['Person']['roles'][number]
export type Kind = Schema['Organisation']['kind']

/** Who can be what where. The server says so too; here it only keeps a form from offering what cannot be. */
const rolesOf: Readonly<Record<Kind, readonly Role[]>> = {
  customer: ['asset-manager', 'signatory', 'viewer'],
  partner: ['partner-agent'],
  vendor: ['desk', 'finance', 'auditor', 'administrator'],
  receiver: ['receiving'],
}
/** Where there is one role only there is nothing to choose. */
export const onlyRoleOf = (kind: Kind): Role[] => (rolesOf[kind].length === 1 ? [...rolesOf[kind]] : [])
export const hasChoice = (kind: Kind): boolean => rolesOf[kind].length > 1

export function useRoleWords(): (roles: readonly Role[]) => string {
  const t = useText()
  return (roles) => roles.map((role) => t(`people.role-${role}`)).join(', ')
}

export function ChooseRoles({
  kind,
  label,
  value,
  onChange,
  error,
}: {
  kind: Kind
  label: string
  value: readonly Role[]
  onChange: (roles: Role[]) => void
  error?: string | undefined
}) {
  const t = useText()
  return (
    <Checkbox.Group
      label={label}
      value={[...value]}
      onChange={(chosen) => onChange(rolesOf[kind].filter((role) => chosen.includes(role)))}
      error={error}
    >
      <Stack gap="xs" mt={4}>
        {rolesOf[kind].map((role) => (
          <Checkbox
            key={role}
            value={role}
            label={t(`people.role-${role}`)}
            description={t(`people.does-${role}`)}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
