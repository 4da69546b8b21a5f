import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import type { SubmitEvent } from 'react'
import { answerOf, api, ifMatch, type Schema } from '../../../api/client.ts'
import { useText } from '../../../app/language.tsx'
import { touchedBy } from '../../../subjects/case/queries.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { errorAt, Refused } from '../../../ui/refused.tsx'
import { useAction } from '../../../ui/use-action.ts'
import { useDraft } from '../../../ui/use-draft.ts'

/** Devices that need neither come back nor be destroyed any more, and why. */
export function WaiveDialog({
  view,
  units,
  onClose,
  onDone,
}: {
  view: Schema['Case']
  units: readonly Schema['Unit'][]
  onClose: () => void
  onDone: () => void
}) {
  const t = useText()
  const [reason, setReason, forget] = useDraft(`waive:${view.id}`, '')
  const waive = useAction({
    run: (wish: { rows: number[]; reason: string }, headers) =>
      answerOf(
        api.POST('/cases/{id}/waivers', {
          params: { path: { id: view.id }, header: { ...headers, ...ifMatch(view.version) } },
          body: wish,
        }),
      ),
    invalidates: touchedBy(view.id),
    done: t('cases.waived', { count: units.length }),
    onDone: () => {
      forget()
      onDone()
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    waive.mutate({ rows: units.map(({ row }) => row), reason })
  }
  return (
    <Dialog onClose={onClose} title={t('cases.waive-title', { count: units.length })}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('cases.waive-help')}</Text>
          <Refused error={waive.error} shown={['/body/reason']} />
          <Textarea
            label={t('cases.reason')}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            error={errorAt(waive.error, '/body/reason')}
            minLength={3}
            autosize
            minRows={3}
            required
            data-autofocus
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('shell.cancel')}
            </Button>
            <Button type="submit" loading={waive.isPending}>
              {t('cases.waive-do', { count: units.length })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
