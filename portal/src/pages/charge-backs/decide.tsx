import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useFormat } from '../../ui/format.ts'
import { Refused } from '../../ui/refused.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useDraft } from '../../ui/use-draft.ts'

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
    invalidates: [['charge-backs'], ['exposure'], ['case', caseId], ['cases']],
    done: ({ state }) =>
      t(state === 'approved' ? 'money.approved-done' : 'money.turned-down-done', { caseId }),
    onDone: () => {
      forget()
      onClose()
    },
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('money.decide-title', { amount: format.money(amount) })}
      size="lg"
    >
      <Stack>
        <Text>{t('money.decide-help', { count: rows.length, caseId, customer: customerName })}</Text>
        <div>
          <Text size="sm" fw={600}>
            {t('money.reason')}
          </Text>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{reason}</Text>
        </div>
        <Textarea
          label={t('money.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          maxLength={2000}
          autosize
          minRows={2}
        />
        <Refused error={decide.error} />
        <Group justify="flex-end">
          <Button variant="default" disabled={decide.isPending} onClick={() => decide.mutate(false)}>
            {t('money.turn-down')}
          </Button>
          <Button color="red" loading={decide.isPending} onClick={() => decide.mutate(true)}>
            {t('money.approve')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
