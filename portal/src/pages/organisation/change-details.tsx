import { Button, Group, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { answerOf, api, ifMatch } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { type Details, DetailsFields, detailPointers } from '../../subjects/organisation/details-fields.tsx'
import { organisationKey, organisationQuery } from '../../subjects/organisation/queries.ts'
import type { Organisation } from '../../subjects/person/queries.ts'
import { Conflict } from '../../ui/conflict.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Refused, refusedWith } from '../../ui/refused.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { useDifferences } from './use-differences.ts'

const detailsOf = ({ name, country, timeZone, language }: Organisation): Details => ({
  name,
  country,
  timeZone,
  language: language === 'de' ? 'de' : 'en',
})

/** What was typed stays; what was not touched follows the change of somebody else instead of undoing it. */
const rebased = (typed: Details, before: Details, now: Details): Details => ({
  name: typed.name === before.name ? now.name : typed.name,
  country: typed.country === before.country ? now.country : typed.country,
  timeZone: typed.timeZone === before.timeZone ? now.timeZone : typed.timeZone,
  language: typed.language === before.language ? now.language : typed.language,
})

export function ChangeDetails({
  organisation,
  onClose,
}: {
  organisation: Organisation
  onClose: () => void
}) {
  const t = useText()
  const { id } = organisation
  const queries = useQueryClient()
  // What the person looked at when they decided; while they type, the screen behind may have read a newer one.
  const [seen, setSeen] = useState(organisation)
  const [initial] = useState(() => detailsOf(organisation))
  const [draft, setDraft, forget] = useDraft(`organisation:${id}`, initial)
  const differences = useDifferences()
  const action = useAction({
    run: (body: Details, header) =>
      answerOf(
        api.PUT('/organisations/{id}', {
          params: { path: { id }, header: { ...header, ...ifMatch(seen.version) } },
          body,
        }),
      ),
    invalidates: [organisationKey(id), ['organisations']],
    done: t('people.changed-done'),
    onDone: () => {
      forget()
      onClose()
    },
  })
  const inConflict = refusedWith(action.error, 'version-conflict')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    action.mutate(
      { ...draft, name: draft.name.trim() },
      {
        onError: (error) => {
          if (refusedWith(error, 'version-conflict'))
            void queries.invalidateQueries({ queryKey: organisationQuery(id).queryKey })
        },
      },
    )
  }
  return (
    <Dialog title={t('people.change-organisation')} busy={action.isPending} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack>
          <DetailsFields
            value={draft}
            onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
            error={action.error}
          />
          <Text size="sm" c="dimmed">
            {t('people.due-dates-stay')}
          </Text>
          {inConflict
            ? organisation.version > seen.version && (
                <Conflict
                  differences={differences(detailsOf(seen), detailsOf(organisation))}
                  onSeen={() => {
                    setDraft((typed) => rebased(typed, detailsOf(seen), detailsOf(organisation)))
                    setSeen(organisation)
                    action.reset()
                  }}
                />
              )
            : !refusedWith(action.error, 'unknown-time-zone') && (
                <Refused error={action.error} shown={detailPointers} />
              )}
          <Group justify="end">
            <Button variant="default" onClick={onClose} disabled={action.isPending}>
              {t('shell.cancel')}
            </Button>
            <Button type="submit" loading={action.isPending} disabled={inConflict}>
              {t('shell.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
