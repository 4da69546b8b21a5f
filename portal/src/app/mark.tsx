import { Group, Text } from '@mantine/core'

export function Mark() {
  return (
    <Group gap={8} wrap="nowrap">
      <img src="/icon.svg" width={28} height={28} alt="" />
      <Text fw={600} visibleFrom="xs">
        TMIP
      </Text>
    </Group>
  )
}
