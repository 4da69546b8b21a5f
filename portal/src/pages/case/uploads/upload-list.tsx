import { ActionIcon, Button, Group, Paper, Progress, Stack, Text } from '@mantine/core'
import { IconCheck, IconFile, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { ProblemError } from '../../../api/client.ts'
import { useText } from '../../../app/language.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { FileSize } from './file-size.tsx'
import type { Sending } from './upload-queue.ts'
import type { Uploads } from './use-uploads.ts'

/** Every file with its own progress, its own way out, and the server's own words where it was refused. */
export function UploadList<Answer>({
  uploads: { list, again, remove },
  done,
}: {
  uploads: Uploads<Answer>
  /** What is said of a file that was taken. */
  done: (answer: Answer) => ReactNode
}) {
  const t = useText()
  const taken = list.filter(({ state }) => state === 'done').length
  return (
    <Stack gap="xs">
      <div className="visually-hidden" role="status">
        {taken > 0 && t('documents.uploaded-so-far', { taken, all: list.length })}
      </div>
      {list.map((sending) => (
        <Paper key={sending.id} withBorder p="sm">
          <Group justify="space-between" wrap="nowrap" align="start" gap="sm">
            <Group gap="xs" wrap="nowrap" align="start" miw={0}>
              <Sign state={sending.state} />
              <div style={{ minWidth: 0 }}>
                <Text size="sm" fw={500} style={{ overflowWrap: 'anywhere' }}>
                  {sending.file.name}
                </Text>
                <Text size="sm" c="dimmed" component="div">
                  {sending.state === 'done' && sending.answer !== null ? (
                    done(sending.answer)
                  ) : (
                    <>
                      <FileSize bytes={sending.file.size} /> · {t(`documents.upload-${sending.state}`)}
                    </>
                  )}
                </Text>
              </div>
            </Group>
            <Group gap={4} wrap="nowrap">
              {sending.state === 'failed' && mayHelp(sending.error) && (
                <Button size="compact-sm" variant="default" onClick={() => again(sending.id)}>
                  {t('documents.send-again')}
                </Button>
              )}
              <ActionIcon
                variant="subtle"
                color="gray"
                onClick={() => remove(sending.id)}
                aria-label={t(
                  sending.state === 'sending' ? 'documents.cancel-upload' : 'documents.off-the-list',
                  { name: sending.file.name },
                )}
              >
                <IconX size={18} aria-hidden />
              </ActionIcon>
            </Group>
          </Group>
          {sending.state === 'sending' && (
            <Progress
              mt="xs"
              value={sending.share * 100}
              animated={sending.share === 1}
              aria-label={t('documents.upload-of', { name: sending.file.name })}
            />
          )}
          {sending.error !== null && (
            <div style={{ marginTop: 8 }}>
              <Refused error={sending.error} shown={saidAlready(sending.error)} />
            </div>
          )}
        </Paper>
      ))}
    </Stack>
  )
}

function Sign({ state }: Pick<Sending<unknown>, 'state'>) {
  return state === 'done' ? (
    <IconCheck
      size={18}
      color="var(--mantine-primary-color-light-color)"
      aria-hidden
      style={{ flexShrink: 0 }}
    />
  ) : (
    <IconFile size={18} aria-hidden style={{ flexShrink: 0 }} />
  )
}

/** A file that was refused for what it is stays refused; after a new sign-in or a better connection it may be taken. */
const mayHelp = (error: Error | null): boolean =>
  !(error instanceof ProblemError) ||
  [401, 409, 429].includes(error.problem.status) ||
  error.problem.status >= 500

/** Problems that the sentence above them has named. */
const saidAlready = (error: Error): string[] =>
  error instanceof ProblemError
    ? (error.problem.errors ?? [])
        .filter(({ detail }) => error.problem.detail.includes(detail))
        .map(({ pointer }) => pointer)
    : []
