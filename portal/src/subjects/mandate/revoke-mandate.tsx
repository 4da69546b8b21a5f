import { answerOf, api } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { useAction } from '../../ui/use-action.ts'
import { type Mandate, touchedByMandate } from './queries.ts'

export function RevokeMandate({
  mandate: { id, partnerName: partner, customerName: customer },
  onClose,
}: {
  mandate: Mandate
  onClose: () => void
}) {
  const t = useText()
  const action = useAction({
    run: (_: null, header) =>
      answerOf(api.POST('/mandates/{id}/revocation', { params: { path: { id }, header } })),
    invalidates: touchedByMandate,
    done: t('people.revoked-done', { partner }),
    onDone: () => {
      onClose()
    },
  })
  return (
    <Confirm
      title={t('people.revoke-mandate-title', { partner })}
      means={[
        t('people.revoke-mandate-once', { partner, customer }),
        t('people.revoke-mandate-stays', { customer }),
        t('people.revoke-mandate-again'),
      ]}
      confirm={t('people.revoke-mandate-now')}
      action={action}
      onConfirm={() => action.mutate(null)}
      onClose={onClose}
    />
  )
}
