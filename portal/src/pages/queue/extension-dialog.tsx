import { Button, Group, List, Stack, Text, Textarea, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Schema } from '../../api/client.ts'
import { useLanguage, useText } from '../../app/language.tsx'
import { happenedSince } from '../../subjects/case/happened-since.ts'
import { caseQuery } from '../../subjects/case/queries.ts'
import { touchedByDecision } from '../../subjects/queue/queries.ts'
import { Conflict } from '../../ui/conflict.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useFormat } from '../../ui/format.ts'
import { AnchorLink } from '../../ui/links.tsx'
import { Refused, refusedWith } from '../../ui/refused.tsx'
import { Loading } from '../../ui/states.tsx'
import { Sign } from '../../ui/status.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { decideExtension, extensionsQuery } from './extension-queries.ts'

type Extension = Schema['ListedExtension']
const noNote = ''

/** One request for more time; `name` is `<case>/<number>`, as it stands in the address. */
export function ExtensionDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useText()
  const [caseId = '', number = ''] = name.split('/')
  const theCase = useQuery(caseQuery(caseId))
  const extensions = useQuery(extensionsQuery(caseId))
  const request = extensions.data?.find((one) => one.number === Number(number))
  const error = theCase.error ?? extensions.error
  return (
    <Dialog onClose={onClose} size="lg" title={t('desk.extension-title')}>
      {error !== null ? (
        <Refused error={error} />
      ) : theCase.data === undefined || extensions.data === undefined ? (
        <Loading />
      ) : request === undefined ? (
        <Text>{t('desk.extension-gone')}</Text>
      ) : (
        <Request
          theCase={theCase.data}
          request={request}
          earlier={extensions.data.filter((one) => one.number !== request.number)}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}

function Request({
  theCase,
  request,
  earlier,
  onClose,
}: {
  theCase: Schema['Case']
  request: Extension
  earlier: readonly Extension[]
  onClose: () => void
}) {
  const t = useText()
  const { language } = useLanguage()
  const format = useFormat()
  const { id: caseId } = theCase
  const { number } = request
  const [note, setNote, forget] = useDraft(`extension:${caseId}/${number}`, noNote)
  const [seen, setSeen] = useState(theCase.version)
  const decide = useAction({
    run: (granted: boolean, headers) =>
      decideExtension({ caseId, number, version: seen }, { granted, note: note.trim() }, headers),
    invalidates: touchedByDecision(caseId),
    done: ({ granted }) => t(granted ? 'desk.granted-note' : 'desk.denied-note', { caseId }),
    onDone: () => {
      forget()
      onClose()
    },
  })
  // Loaded after the dialog has opened, and what the dialog gave the focus to then is its cross.
  const noteField = useRef<HTMLTextAreaElement>(null)
  useEffect(() => noteField.current?.focus(), [])
  const conflict = refusedWith(decide.error, 'version-conflict')
  const since = useQuery({ ...happenedSince(caseId, seen), enabled: conflict })
  const roles = new Intl.ListFormat(language, { type: 'disjunction' }).format(
    request.approvedBy.map((role) => t('desk.approver', { role })),
  )
  return (
    <Stack>
      <div>
        <Text>
          <AnchorLink to="/cases/$caseId" params={{ caseId }} className="mono" inherit underline="always">
            {caseId}
          </AnchorLink>{' '}
          {theCase.customerName}
        </Text>
        <Text size="sm" c="dimmed">
          {t('desk.asked-by', {
            name: request.askedBy,
            organisation: request.askedByOrganisation,
            at: format.instant(request.askedAt),
          })}
        </Text>
      </div>
      <Group gap="xl" align="start">
        <Fact title={t('desk.due-now')} text={format.day(theCase.due.on)} />
        <Fact title={t('desk.asked-until')} text={format.day(request.until)} strong />
        <Fact title={t('desk.at-risk')} text={format.money(theCase.credit.atRisk)} />
        <Fact title={t('desk.decided-by')} text={roles} />
      </Group>
      {request.late && (
        <Group>
          <Sign icon={IconAlertTriangle} color="orange" text={t('desk.asked-late')} />
        </Group>
      )}
      <div>
        <Title order={2} size="h3">
          {t('desk.why')}
        </Title>
        <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{request.reason}</Text>
      </div>
      {earlier.length > 0 && <Earlier earlier={earlier} />}
      {request.actions.includes('decide-extension') ? (
        <>
          <Textarea
            label={t('desk.note-customer')}
            description={t('desk.note-denied')}
            autosize
            minRows={2}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            ref={noteField}
          />
          {conflict ? (
            <Conflict
              differences={since.data?.map(({ sentence }) => sentence) ?? []}
              onSeen={() => {
                setSeen(since.data?.at(-1)?.seq ?? theCase.version)
                decide.reset()
              }}
            />
          ) : (
            <Refused error={decide.error} />
          )}
          <Text size="sm" c="dimmed">
            {t('desk.deny-means')}
          </Text>
          <Group justify="end">
            <Button
              variant="default"
              onClick={() => decide.mutate(false)}
              loading={decide.isPending && !decide.variables}
              disabled={conflict || decide.isPending}
            >
              {t('desk.deny')}
            </Button>
            <Button
              onClick={() => decide.mutate(true)}
              loading={decide.isPending && decide.variables}
              disabled={conflict || decide.isPending}
            >
              {t('desk.grant', { until: format.day(request.until) })}
            </Button>
          </Group>
        </>
      ) : (
        <Text fw={600} role="status">
          {request.state === 'waiting'
            ? t('desk.not-yours', { roles })
            : t(`desk.extension-${request.state}`, { name: request.decidedBy ?? 'none' })}
        </Text>
      )}
    </Stack>
  )
}

function Fact({ title, text, strong = false }: { title: string; text: string; strong?: boolean }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {title}
      </Text>
      <Text {...(strong && { fw: 600 })}>{text}</Text>
    </div>
  )
}

function Earlier({ earlier }: { earlier: readonly Extension[] }) {
  const t = useText()
  const format = useFormat()
  return (
    <div>
      <Title order={2} size="h3">
        {t('desk.earlier')}
      </Title>
      <List size="sm">
        {earlier.map((one) => (
          <List.Item key={one.number}>
            {t('desk.earlier-one', {
              at: format.dayOf(one.askedAt),
              until: format.day(one.until),
              state: one.state,
              note: one.note === null || one.note === '' ? 'none' : one.note,
            })}
          </List.Item>
        ))}
      </List>
    </div>
  )
}
