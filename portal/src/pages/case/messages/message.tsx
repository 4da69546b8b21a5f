import { Group, Paper, Stack, Text } from '@mantine/core'
import { IconBuilding, IconBuildingStore, IconUsersGroup } from '@tabler/icons-react'
import type { Schema } from '../../../api/client.ts'
import { useText } from '../../../app/language.tsx'
import { useMe } from '../../../app/session.ts'
import { useFormat } from '../../../ui/format.ts'
import { FileLink } from '../papers/file-link.tsx'
import { FileSize } from '../uploads/file-size.tsx'
import classes from './message.module.css'

const signs = { customer: IconBuilding, partner: IconUsersGroup, vendor: IconBuildingStore } as const

/** What one person wrote. The own side stands to the right; who wrote it is said in words. */
export function Message({ message, caseId }: { message: Schema['Message']; caseId: string }) {
  const t = useText()
  const format = useFormat()
  const me = useMe()
  const { number, side, author, organisation, postedAt, text, attachments } = message
  const Sign = signs[side]
  return (
    <li className={side === me.organisation.kind ? classes['ours'] : classes['theirs']}>
      <Paper withBorder p="sm" component="article" aria-labelledby={`message-${number}`}>
        <Group gap={6} wrap="nowrap" align="start" id={`message-${number}`}>
          <Sign size={18} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
          <Text size="sm">
            <b>{author}</b>, {organisation} ({t(`thread.side-${side}`)}) ·{' '}
            <time dateTime={postedAt}>{format.instant(postedAt)}</time>
          </Text>
        </Group>
        <Text mt={6} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {text}
        </Text>
        {attachments.length > 0 && (
          <Stack gap={2} mt="xs" align="start">
            {attachments.map((attachment) => (
              <Group key={attachment.number} gap={4} wrap="nowrap">
                <FileLink
                  path={`/cases/${caseId}/attachments/${attachment.number}`}
                  text={attachment.fileName}
                  subtle
                />
                <Text size="sm" c="dimmed">
                  <FileSize bytes={attachment.size} />
                </Text>
              </Group>
            ))}
          </Stack>
        )}
      </Paper>
    </li>
  )
}
