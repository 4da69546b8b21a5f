import { Alert, Button, Group, Kbd, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { happenedSince } from '../../subjects/case/happened-since.ts'
import { touchedByDecision } from '../../subjects/queue/queries.ts'
import { type Decision as Choice, decideCertificate } from '../../subjects/review/decide.ts'
import { noRejection, RejectionForm } from '../../subjects/review/rejection.tsx'
import { Conflict } from '../../ui/conflict.tsx'
import { useFormat } from '../../ui/format.ts'
import { useKeys } from '../../ui/keys.tsx'
import { Refused, refusedWith } from '../../ui/refused.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useDraft } from '../../ui/use-draft.ts'

const noNote = ''

/** Accept what is ticked, or reject the whole document with a reason; `a` and `r` do the same. */
export function Decision({
  certificate,
  theCase,
  ticked,
  onDone,
}: {
  certificate: Schema['Certificate']
  theCase: Schema['Case']
  ticked: ReadonlySet<number>
  onDone: () => void
}) {
  const t = useText()
  const format = useFormat()
  const { caseId, number, lines, credit, changed } = certificate
  const [accepting, accept] = useDisclosure(false)
  const [rejecting, reject] = useDisclosure(false)
  const [note, setNote, forgetNote] = useDraft(`accept:${caseId}/${number}`, noNote)
  const [rejection, setRejection, forgetRejection] = useDraft(`reject:${caseId}/${number}`, noRejection)
  const [seen, setSeen] = useState(theCase.version)
  const whole = ticked.size === lines.length
  const decide = useAction({
    run: (choice: Choice, headers) => decideCertificate({ caseId, number, version: seen }, choice, headers),
    invalidates: touchedByDecision(caseId),
    done: ({ state }) =>
      t(state === 'accepted' ? 'desk.accepted-note' : 'desk.rejected-note', { number, caseId }),
    onDone: () => {
      forgetNote()
      forgetRejection()
      onDone()
    },
  })
  const conflict = refusedWith(decide.error, 'version-conflict')
  const since = useQuery({ ...happenedSince(caseId, seen), enabled: conflict })
  useKeys({ a: ticked.size > 0 ? accept.open : undefined, r: reject.open })
  const send = (choice: Choice) => (event: SubmitEvent) => {
    event.preventDefault()
    decide.mutate(choice)
  }
  const trouble = conflict ? (
    <Conflict
      differences={since.data?.map(({ sentence }) => sentence) ?? []}
      onSeen={() => {
        setSeen(since.data?.at(-1)?.seq ?? theCase.version)
        decide.reset()
      }}
    />
  ) : (
    <Refused error={decide.error} />
  )
  const closed = (close: () => void) => () => {
    close()
    decide.reset()
  }
  const dialog = { size: 'lg', closeButtonProps: { 'aria-label': t('shell.close') } } as const
  return (
    <>
      <Group gap="xs" className="no-print">
        <Button onClick={accept.open} disabled={ticked.size === 0} rightSection={<Kbd>a</Kbd>}>
          {t(whole ? 'desk.accept-all' : 'desk.accept-some', { count: ticked.size, all: lines.length })}
        </Button>
        <Button variant="default" onClick={reject.open} rightSection={<Kbd>r</Kbd>}>
          {t('desk.reject')}
        </Button>
      </Group>
      <Modal
        {...dialog}
        opened={accepting}
        onClose={closed(accept.close)}
        title={t('desk.accept-title', { number })}
      >
        <form
          onSubmit={send({ decision: 'accept', ...(!whole && { rows: [...ticked] }), note: note.trim() })}
        >
          <Stack>
            <Text>
              {t(whole ? 'desk.accept-means' : 'desk.accept-some-means', {
                count: ticked.size,
                left: lines.length - ticked.size,
                credit: format.money(credit),
              })}
            </Text>
            {changed.length > 0 && (
              <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
                {t('desk.changed-warning', { count: changed.length })}
              </Alert>
            )}
            <Textarea
              label={t('desk.note-customer')}
              description={t('desk.note-optional')}
              autosize
              minRows={2}
              maxLength={2000}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
            {trouble}
            <Group justify="end">
              <Button variant="default" onClick={closed(accept.close)}>
                {t('shell.cancel')}
              </Button>
              <Button type="submit" loading={decide.isPending} disabled={conflict} data-autofocus>
                {t('desk.accept-now', { count: ticked.size })}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
      <Modal
        {...dialog}
        opened={rejecting}
        onClose={closed(reject.close)}
        title={t('desk.reject-title', { number })}
      >
        <form onSubmit={send({ decision: 'reject', reason: rejection.code, note: rejection.note.trim() })}>
          <Stack>
            <Text>{t('desk.reject-means', { count: lines.length })}</Text>
            <RejectionForm cases={[theCase]} value={rejection} onChange={setRejection} />
            {trouble}
            <Group justify="end">
              <Button variant="default" onClick={closed(reject.close)}>
                {t('shell.cancel')}
              </Button>
              <Button
                type="submit"
                color="red.9"
                loading={decide.isPending}
                disabled={conflict || rejection.code === ''}
              >
                {t('desk.reject-now')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  )
}
