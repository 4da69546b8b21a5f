import { ActionIcon, Group, Paper, Stack, Text } from '@mantine/core'
import { IconPaperclip, IconX } from '@tabler/icons-react'
import { useText } from '../../../app/language.tsx'
import { FileSize } from '../uploads/file-size.tsx'
import type { Draft } from './draft.ts'

/** The files that go with the message when it is sent. */
export function KeptAttachments({
  attachments,
  onRemove,
}: Pick<Draft, 'attachments'> & { onRemove: (number: number) => void }) {
  const t = useText()
  if (attachments.length === 0) return null
  return (
    <Stack gap={4} component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('thread.attached')}>
      {attachments.map(({ number, fileName, size }) => (
        <Paper key={number} component="li" withBorder px="sm" py={4}>
          <Group justify="space-between" wrap="nowrap">
            <Group gap={6} wrap="nowrap" miw={0}>
              <IconPaperclip size={16} aria-hidden style={{ flexShrink: 0 }} />
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {fileName}
              </Text>
              <Text size="sm" c="dimmed">
                <FileSize bytes={size} />
              </Text>
            </Group>
            <ActionIcon
              variant="subtle"
              color="gray"
              onClick={() => onRemove(number)}
              aria-label={t('thread.remove-attachment', { name: fileName })}
            >
              <IconX size={18} aria-hidden />
            </ActionIcon>
          </Group>
        </Paper>
      ))}
    </Stack>
  )
}
