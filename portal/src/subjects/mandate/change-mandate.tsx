import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Refused, refusedWith } from '../../ui/refused.tsx'
import { useAction } from '../../ui/use-action.ts'
import { dayAt, endOf, today } from '../person/days.ts'
import { ChooseAccess } from './choose-access.tsx'
import { type Access, type Mandate, touchedByMandate } from './queries.ts'

export function ChangeMandate({ mandate, onClose }: { mandate: Mandate; onClose: () => void }) {
  const t = useText()
  const { id, partnerName: partner } = mandate
  const endsOn = dayAt(mandate.validUntil)
  const [until, setUntil] = useState(endsOn)
  const [access, setAccess] = useState<Access>(mandate.access)
  const action = useAction({
    run: (body: { validUntil?: string; access?: Access }, header) =>
      answerOf(api.PUT('/mandates/{id}', { params: { path: { id }, header }, body })),
    invalidates: touchedByMandate,
    done: t('people.limited-done', { partner }),
    onDone: () => {
      onClose()
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    action.mutate({
      ...(until !== endsOn && { validUntil: endOf(until) }),
      ...(access !== mandate.access && { access }),
    })
  }
  const period =
    refusedWith(action.error, 'mandate-end-passed') || refusedWith(action.error, 'mandate-period-invalid')
  return (
    <Dialog title={t('people.limit-title', { partner })} busy={action.isPending} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack>
          <ChooseAccess value={access} onChange={setAccess} />
          <TextInput
            type="date"
            label={t('people.until-day')}
            value={until}
            onChange={({ currentTarget }) => setUntil(currentTarget.value)}
            min={today()}
            error={period && action.error?.message}
            required
            withAsterisk={false}
          />
          <Text size="sm" c="dimmed">
            {t('people.limit-help')}
          </Text>
          {!period && <Refused error={action.error} />}
          <Group justify="end">
            <Button variant="default" onClick={onClose} disabled={action.isPending}>
              {t('shell.cancel')}
            </Button>
            <Button type="submit" loading={action.isPending}>
              {t('people.limit-now')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
