import { Box, Group, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'

/** Every screen begins with this: what it is, what can be done here, and the same in the window's title. */
export function Page({
  title,
  above,
  subtitle,
  actions,
  children,
}: {
  title: string
  /** Where this is inside of: a link back. */
  above?: ReactNode
  subtitle?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  useEffect(() => {
    document.title = `${title} · TMIP`
  }, [title])
  return (
    <Box maw={1400} mx="auto">
      {above !== undefined && (
        <Text size="sm" mb={4} component="div" className="no-print">
          {above}
        </Text>
      )}
      <Group justify="space-between" align="start" mb="md" gap="sm">
        <Box flex={subtitle === undefined ? '1 1 auto' : '1 1 18rem'}>
          <Title order={1}>{title}</Title>
          {subtitle !== undefined && (
            <Text c="dimmed" component="div">
              {subtitle}
            </Text>
          )}
        </Box>
        {actions !== undefined && (
          <Group gap="xs" className="no-print">
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </Box>
  )
}
