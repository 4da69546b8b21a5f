import { Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core'
import { type Icon, IconCheck, IconCircleX, IconClock, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { answerOf, api, ifMatch, type Schema } from '../../../api/client.ts'
import { useText } from '../../../app/language.tsx'
import { touchedBy, useCase } from '../../../subjects/case/queries.ts'
import { useFormat } from '../../../ui/format.ts'
import { errorAt, Refused, refusedWith } from '../../../ui/refused.tsx'
import { Sign } from '../../../ui/status.tsx'
import { useAction } from '../../../ui/use-action.ts'
import { useDraft } from '../../../ui/use-draft.ts'
import { CaseConflict } from '../case-conflict.tsx'
import { useRoles } from './roles.ts'

type Listed = Schema['ListedExtension']

const signs: Readonly<Record<Listed['state'], { icon: Icon; color: string }>> = {
  waiting: { icon: IconClock, color: 'blue' },
  granted: { icon: IconCheck, color: 'green' },
  denied: { icon: IconX, color: 'red' },
  lapsed: { icon: IconCircleX, color: 'gray' },
}

/** One request for more time: who asked until when and why, and what came of it. */
export function Extension({ extension }: { extension: Listed }) {
  const t = useText()
  const format = useFormat()
  const rolesText = useRoles()
  const { number, state, until, reason, late, approvedBy, note, actions } = extension
  return (
    <Paper withBorder p="md" component="article" aria-labelledby={`extension-${number}`}>
      <Stack gap="xs">
        <Group justify="space-between" align="start" gap="sm">
          <Title order={3} id={`extension-${number}`}>
            {t('documents.extension-until', { number, until: format.day(until) })}
          </Title>
          <Sign {...signs[state]} text={t(`documents.extension-${state}`)} />
        </Group>
        <Text size="sm" c="dimmed">
          {t('documents.asked-by', {
            name: extension.askedBy,
            organisation: extension.askedByOrganisation,
            at: format.instant(extension.askedAt),
          })}{' '}
          {late && t('documents.asked-late')}
        </Text>
        <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{reason}</Text>
        {state === 'waiting' && (
          <Text size="sm">{t('documents.decided-by-roles', { roles: rolesText(approvedBy) })}</Text>
        )}
        {extension.decidedAt !== null && (
          <Text size="sm">
            {t('documents.decided-by', {
              name: extension.decidedBy ?? 'none',
              at: format.instant(extension.decidedAt),
            })}
          </Text>
        )}
        {note !== null && note !== '' && (
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {t('documents.decision-note', { note })}
          </Text>
        )}
        {actions.includes('decide-extension') && <Decide extension={extension} />}
      </Stack>
    </Paper>
  )
}

function Decide({ extension: { number, until } }: { extension: Listed }) {
  const t = useText()
  const format = useFormat()
  const theCase = useCase()
  const { id } = theCase
  const [note, setNote, forget] = useDraft(`decision:${id}:${number}`, '')
  const [seen, setSeen] = useState(theCase.version)
  const decide = useAction({
    run: ({ version, ...body }: { version: number; granted: boolean; note: string }, headers) =>
      answerOf(
        api.PUT('/cases/{id}/extensions/{number}/decision', {
          params: { path: { id, number }, header: { ...headers, ...ifMatch(version) } },
          body,
        }),
      ),
    invalidates: touchedBy(id),
    done: ({ granted }) => t(granted === true ? 'documents.granted-note' : 'documents.denied-note'),
    onDone: () => {
      forget()
    },
  })
  const conflict = refusedWith(decide.error, 'version-conflict')
  const say = (granted: boolean) => decide.mutate({ version: seen, granted, note: note.trim() })
  return (
    <Stack gap="xs" className="no-print">
      <Textarea
        label={t('documents.note')}
        description={t('documents.note-hint')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={2000}
        maw={720}
        error={errorAt(decide.error, '/body/note')}
      />
      {conflict ? (
        <CaseConflict
          seen={seen}
          onSeen={(version) => {
            setSeen(version)
            decide.reset()
          }}
        />
      ) : (
        <Refused error={decide.error} shown={['/body/note']} />
      )}
      <Group gap="sm">
        <Button
          onClick={() => say(true)}
          loading={decide.isPending && decide.variables.granted}
          disabled={conflict || decide.isPending}
        >
          {t('documents.grant', { until: format.day(until) })}
        </Button>
        <Button
          variant="default"
          onClick={() => say(false)}
          loading={decide.isPending && !decide.variables.granted}
          disabled={conflict || decide.isPending}
        >
          {t('documents.deny')}
        </Button>
      </Group>
    </Stack>
  )
}
