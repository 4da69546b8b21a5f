import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useFormat } from '../../ui/format.ts'
import { errorAt, Refused } from '../../ui/refused.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { touchedByChargeBacks } from './touched.ts'

/** The second person: sees what is taken back from whom and why, and says yes or no. */
export function Decide({ proposal, onClose }: { proposal: Schema['ChargeBack']; onClose: () => void }) {
  const t = useText()
  const format = useFormat()
  const { caseId, number, amount, customerName, reason, rows } = proposal
  const [note, setNote, forget] = useDraft(`charge-back:${caseId}:${number}`, '')
  const decide = useAction({
    run: (approved: boolean, headers) =>
      answerOf(
        api.PUT('/cases/{id}/charge-backs/{number}/decision', {
          params: { path: { id: caseId, number }, header: headers },
          body: { approved, note },
        }),
      ),
    invalidates: touchedByChargeBacks(caseId),
    done: ({ state }) =>
      t(state === 'approved' ? 'money.approved-done' : 'money.turned-down-done', { caseId }),
    onDone: () => {
      forget()
      onClose()
    },
  })
  return (
    <Dialog
      title={t('money.decide-title', { amount: format.money(amount) })}
      size="lg"
      busy={decide.isPending}
      onClose={onClose}
    >
      <Stack>
        <Text>{t('money.decide-help', { count: rows.length, caseId, customer: customerName })}</Text>
        <div>
          <Text size="sm" fw={600}>
            {t('money.reason')}
          </Text>
          <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{reason}</Text>
        </div>
        <Textarea
          label={t('money.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={errorAt(decide.error, '/body/note')}
          maxLength={2000}
          autosize
          minRows={2}
          data-autofocus
        />
        <Refused error={decide.error} shown={['/body/note']} />
        <Group justify="flex-end">
          <Button variant="default" disabled={decide.isPending} onClick={() => decide.mutate(false)}>
            {t('money.turn-down')}
          </Button>
          <Button color="red.9" loading={decide.isPending} onClick={() => decide.mutate(true)}>
            {t('money.approve')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
