import { Radio, Stack } from '@mantine/core'
import { useText } from '../../app/language.tsx'
import type { Access } from './queries.ts'

export function ChooseAccess({ value, onChange }: { value: Access; onChange: (access: Access) => void }) {
  const t = useText()
  return (
    <Radio.Group
      label={t('people.grant-access')}
      value={value}
      onChange={(chosen) => onChange(chosen === 'read' ? 'read' : 'act')}
    >
      <Stack gap="xs" mt={4}>
        {(['act', 'read'] as const).map((access) => (
          <Radio
            key={access}
            value={access}
            label={t(`people.access-${access}`)}
            description={t(`people.access-${access}-help`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}
