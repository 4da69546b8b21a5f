import { Button, Grid, Group, Paper, Stack, Textarea } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { type SubmitEvent, useCallback, useEffect, useRef, useState } from 'react'
import { answerOf, api, type Schema } from '../../../api/client.ts'
import { useText } from '../../../app/language.tsx'
import { touchedBy, useCase } from '../../../subjects/case/queries.ts'
import { FileDrop } from '../../../ui/file-drop.tsx'
import { errorAt, Refused } from '../../../ui/refused.tsx'
import { useAction } from '../../../ui/use-action.ts'
import { useDraft } from '../../../ui/use-draft.ts'
import { FileSize } from '../uploads/file-size.tsx'
import { UploadList } from '../uploads/upload-list.tsx'
import { useUploads } from '../uploads/use-uploads.ts'
import type { Draft } from './draft.ts'
import { KeptAttachments } from './kept-attachments.tsx'

const empty: Draft = { text: '', attachments: [] }

export function Compose() {
  const t = useText()
  const { id, status } = useCase()
  const [draft, setDraft, forget] = useDraft<Draft>(`message:${id}`, empty)
  const [tried, setTried] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const uploads = useUploads<Schema['Attachment']>(`/cases/${id}/attachments`)
  const { add, remove } = uploads
  const { list } = uploads
  const take = useCallback((files: File[]) => add(files, () => undefined), [add])
  // Also what was taken while somebody looked at another part of the case.
  useEffect(() => {
    const taken = list.flatMap(({ answer }) => answer ?? [])
    if (taken.length === 0) return
    setDraft((now) => ({ ...now, attachments: withThese(now.attachments, taken) }))
    for (const { id: done, state } of list) if (state === 'done') remove(done)
  }, [list, remove, setDraft])
  const pending = list.filter(({ state }) => state !== 'done')
  const post = useAction({
    run: (body: { text: string; attachments: number[] }, headers) =>
      answerOf(api.POST('/cases/{id}/messages', { params: { path: { id }, header: headers }, body })),
    invalidates: touchedBy(id),
    done: t('thread.sent'),
    onDone: () => {
      forget()
      setTried(false)
      box.current?.focus()
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (draft.text.trim() === '') return box.current?.focus()
    post.mutate({ text: draft.text.trim(), attachments: draft.attachments.map(({ number }) => number) })
  }
  const missing = tried && draft.text.trim() === '' && t('thread.text-needed')
  return (
    <Paper withBorder p="md" component="form" onSubmit={submit} noValidate className="no-print">
      <Stack gap="sm">
        <Grid gap="sm">
          <Grid.Col span={{ base: 12, sm: 8 }}>
            <Textarea
              ref={box}
              label={t('thread.write')}
              {...(status === 'closed' && { description: t('thread.closed-case') })}
              value={draft.text}
              onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
              autosize
              minRows={7}
              maxRows={16}
              maxLength={10_000}
              required
              withAsterisk={false}
              error={errorAt(post.error, '/body/text') ?? missing}
            />
          </Grid.Col>
          <Grid.Col span={{ base: 12, sm: 4 }}>
            <FileDrop
              title={t('thread.attach')}
              hint={t('thread.attach-hint')}
              accept="*/*"
              multiple
              onFiles={take}
            />
          </Grid.Col>
        </Grid>
        <UploadList uploads={{ ...uploads, list: pending }} done={({ size }) => <FileSize bytes={size} />} />
        <KeptAttachments
          attachments={draft.attachments}
          onRemove={(number) =>
            setDraft({ ...draft, attachments: draft.attachments.filter((one) => one.number !== number) })
          }
        />
        <Refused error={post.error} shown={['/body/text']} />
        <Group>
          <Button
            type="submit"
            loading={post.isPending}
            disabled={pending.some(({ state }) => state !== 'failed')}
            leftSection={<IconSend size={18} aria-hidden />}
          >
            {t('thread.send')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}

const withThese = (
  kept: Draft['attachments'],
  taken: readonly Schema['Attachment'][],
): Draft['attachments'] => [
  ...kept,
  ...taken
    .filter(({ number }) => !kept.some((one) => one.number === number))
    .map(({ number, fileName, size }) => ({ number, fileName, size })),
]
