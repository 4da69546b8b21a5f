import { Button, Group, List, Paper, Select, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useRef, useState } from 'react'
import { answerOf, api, ifMatch } from '../../../api/client.ts'
import { useText } from '../../../app/language.tsx'
import { useMay, useMe } from '../../../app/session.ts'
import { choicesQuery } from '../../../subjects/case/programme-choices.ts'
import { caseKey, touchedBy, useCase } from '../../../subjects/case/queries.ts'
import { useFormat } from '../../../ui/format.ts'
import { errorAt, Refused, refusedWith } from '../../../ui/refused.tsx'
import { Loading } from '../../../ui/states.tsx'
import { useAction } from '../../../ui/use-action.ts'
import { useDraft } from '../../../ui/use-draft.ts'
import { CaseConflict } from '../case-conflict.tsx'
import { useRoles } from './roles.ts'

const empty = { until: '', reason: '', asker: 'customer' as Asker }
const askers = ['customer', 'partner', 'ordering-partner'] as const
type Asker = (typeof askers)[number]

/** More time, within what the programme offers now; who will decide is said before anybody asks. */
export function AskExtension() {
  const t = useText()
  const format = useFormat()
  const rolesText = useRoles()
  const may = useMay()
  const me = useMe()
  const theCase = useCase()
  const { id } = theCase
  const [draft, setDraft, forget] = useDraft(`extension:${id}`, empty)
  const [tried, setTried] = useState(false)
  const untilField = useRef<HTMLInputElement>(null)
  const reasonField = useRef<HTMLTextAreaElement>(null)
  const [seen, setSeen] = useState(theCase.version)
  const forOthers = me.organisation.kind === 'vendor'
  const asker = forOthers ? draft.asker : undefined
  const offer = useQuery({
    queryKey: [...caseKey(id), 'extension-offer', asker],
    queryFn: () =>
      answerOf(api.GET('/cases/{id}/extension-offer', { params: { path: { id }, query: { for: asker } } })),
  })
  const choices = useQuery(choicesQuery(theCase.programme))
  const ask = useAction({
    run: ({ version, ...body }: { version: number; until: string; reason: string; for?: Asker }, headers) =>
      answerOf(
        api.POST('/cases/{id}/extensions', {
          params: { path: { id }, header: { ...headers, ...ifMatch(version) } },
          body,
        }),
      ),
    invalidates: touchedBy(id),
    done: t('documents.extension-asked'),
    onDone: () => {
      forget()
    },
  })
  const conflict = refusedWith(ask.error, 'version-conflict')
  if (offer.isPending) return <Loading />
  if (offer.data === undefined) return <Refused error={offer.error} />
  const { possible, earliest, latest, left, late, tiers, whyNot } = offer.data
  const tier = tiers.find(({ from, until }) => draft.until >= from && draft.until <= until)
  const outside = draft.until !== '' && (draft.until < (earliest ?? '') || draft.until > (latest ?? '9999'))
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (draft.until === '' || outside) return untilField.current?.focus()
    if (draft.reason.trim().length < 3) return reasonField.current?.focus()
    ask.mutate({
      version: seen,
      until: draft.until,
      reason: draft.reason.trim(),
      ...(asker !== undefined && { for: asker }),
    })
  }
  return (
    <Stack component="section" gap="sm">
      <Title order={2}>{t('documents.ask-extension')}</Title>
      <Paper withBorder p="md" component="form" onSubmit={submit} noValidate>
        <Stack gap="sm">
          {forOthers && (
            <Select
              label={t('documents.asked-for')}
              data={askers.map((value) => ({ value, label: t(`documents.asker-${value}`) }))}
              value={draft.asker}
              onChange={(value) =>
                setDraft({ ...draft, asker: askers.find((one) => one === value) ?? 'customer' })
              }
              allowDeselect={false}
              maw={320}
            />
          )}
          {!possible && <Text>{whyNot?.sentence}</Text>}
          {possible && (
            <>
              <Text>
                {t('documents.offer', {
                  earliest: format.day(earliest ?? theCase.due.on),
                  latest: format.day(latest ?? theCase.due.on),
                  left,
                })}{' '}
                {late && t('documents.offer-late')}
              </Text>
              {tiers.length > 0 && (
                <List size="sm">
                  {tiers.map(({ from, until, approvedBy }) => (
                    <List.Item key={from}>
                      {t('documents.tier', {
                        from: format.day(from),
                        until: format.day(until),
                        roles: rolesText(approvedBy),
                      })}
                    </List.Item>
                  ))}
                </List>
              )}
              <TextInput
                ref={untilField}
                type="date"
                label={t('documents.until')}
                min={earliest ?? undefined}
                max={latest ?? undefined}
                value={draft.until}
                onChange={(event) => setDraft({ ...draft, until: event.currentTarget.value })}
                maw={220}
                required
                withAsterisk={false}
                error={
                  errorAt(ask.error, '/body/until') ??
                  (outside
                    ? t('documents.until-outside', {
                        earliest: format.day(earliest ?? theCase.due.on),
                        latest: format.day(latest ?? theCase.due.on),
                      })
                    : tried && draft.until === '' && t('documents.until-needed'))
                }
              />
              {tier !== undefined && (
                <Text size="sm" role="status">
                  {t('documents.decided-by-roles', { roles: rolesText(tier.approvedBy) })}
                </Text>
              )}
              <Textarea
                ref={reasonField}
                label={t('documents.reason')}
                description={t('documents.reason-hint')}
                value={draft.reason}
                onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
                autosize
                minRows={3}
                maxLength={2000}
                maw={720}
                required
                withAsterisk={false}
                error={
                  errorAt(ask.error, '/body/reason') ??
                  (tried && draft.reason.trim().length < 3 && t('documents.reason-needed'))
                }
              />
              {conflict ? (
                <CaseConflict
                  seen={seen}
                  onSeen={(version) => {
                    setSeen(version)
                    ask.reset()
                    void offer.refetch()
                  }}
                />
              ) : (
                <Refused error={ask.error} shown={['/body/until', '/body/reason']} />
              )}
              {may('ask-extension') && (
                <Group>
                  <Button type="submit" loading={ask.isPending} disabled={conflict}>
                    {t('documents.ask')}
                  </Button>
                </Group>
              )}
            </>
          )}
          {choices.data !== undefined && (
            <details>
              <Text component="summary" size="sm" style={{ cursor: 'pointer' }}>
                {t('documents.extension-rules')}
              </Text>
              <List size="sm" mt="xs">
                {choices.data.extensionRules.map((rule) => (
                  <List.Item key={rule}>{rule}</List.Item>
                ))}
              </List>
            </details>
          )}
        </Stack>
      </Paper>
    </Stack>
  )
}
