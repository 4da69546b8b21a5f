import { answerOf, api } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { useAction } from '../../ui/use-action.ts'
import { type Person, touchedByPeople } from './queries.ts'

export function EndAccess({
  person: { id, name, organisationId },
  onClose,
}: {
  person: Person
  onClose: () => void
}) {
  const t = useText()
  const action = useAction({
    run: (_: null, header) => answerOf(api.POST('/people/{id}/end', { params: { path: { id }, header } })),
    invalidates: [...touchedByPeople(organisationId), ['api-keys', organisationId]],
    done: t('people.ended-done', { name }),
    onDone: () => {
      onClose()
    },
  })
  return (
    <Confirm
      title={t('people.end-title', { name })}
      means={[t('people.end-sessions', { name }), t('people.end-stays', { name }), t('people.end-again')]}
      confirm={t('people.end-now')}
      action={action}
      onConfirm={() => action.mutate(null)}
      onClose={onClose}
    />
  )
}
