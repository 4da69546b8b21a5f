import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { answerOf, api, ifMatch } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useCase } from '../../subjects/case/queries.ts'
import { touchedByChargeBacks } from '../../subjects/charge-back/touched.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useFormat } from '../../ui/format.ts'
import { errorAt, Refused, refusedWith } from '../../ui/refused.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { CaseConflict } from './case-conflict.tsx'

/** The first of two persons says why credit that was never earned is to be taken back. */
export function ProposeChargeBack({ onClose }: { onClose: () => void }) {
  const t = useText()
  const format = useFormat()
  const { id, version } = useCase()
  const [reason, setReason, forget] = useDraft(`propose-charge-back:${id}`, '')
  const [seen, setSeen] = useState(version)
  const propose = useAction({
    run: (wish: { reason: string; version: number }, headers) =>
      answerOf(
        api.POST('/cases/{id}/charge-backs', {
          params: { path: { id }, header: { ...headers, ...ifMatch(wish.version) } },
          body: { reason: wish.reason },
        }),
      ),
    invalidates: touchedByChargeBacks(id),
    done: ({ amount, rows }) =>
      t('money.proposed-done', { amount: format.money(amount), count: rows.length }),
    onDone: () => {
      forget()
      onClose()
    },
  })
  const conflict = refusedWith(propose.error, 'version-conflict')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    propose.mutate({ reason, version: seen })
  }
  return (
    <Dialog title={t('money.propose')} busy={propose.isPending} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('money.propose-help')}</Text>
          <Textarea
            label={t('money.propose-reason')}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            error={errorAt(propose.error, '/body/reason')}
            minLength={3}
            maxLength={2000}
            autosize
            minRows={3}
            required
            data-autofocus
          />
          {conflict ? (
            <CaseConflict
              seen={seen}
              onSeen={(next) => {
                setSeen(next)
                propose.reset()
              }}
            />
          ) : (
            <Refused error={propose.error} shown={['/body/reason']} />
          )}
          <Group justify="end">
            <Button variant="default" onClick={onClose} disabled={propose.isPending}>
              {t('shell.cancel')}
            </Button>
            <Button type="submit" loading={propose.isPending} disabled={conflict}>
              {t('money.propose-do')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
