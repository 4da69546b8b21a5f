import { Center, Loader, Paper, Stack, Text, Title } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useText } from '../app/language.tsx'

export function Loading() {
  const t = useText()
  return (
    <Center mih={200} role="status" aria-label={t('shell.loading')}>
      <Loader />
    </Center>
  )
}

/** Nothing here, and what to do next. */
export function Empty({
  icon: Sign,
  title,
  children,
  action,
}: {
  icon: Icon
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <Paper withBorder p="xl">
      <Stack align="center" gap="xs" ta="center">
        <Sign size={36} stroke={1.4} aria-hidden />
        <Title order={2}>{title}</Title>
        {children !== undefined && (
          <Text c="dimmed" maw={520} component="div" style={{ textWrap: 'balance' }}>
            {children}
          </Text>
        )}
        {action}
      </Stack>
    </Paper>
  )
}
