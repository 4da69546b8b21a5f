import { Button, Group, Stack, TextInput } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { endOf, today } from '../../subjects/person/days.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { errorAt, Refused } from '../../ui/refused.tsx'
import { ShownOnce } from '../../ui/shown-once.tsx'
import { useAction } from '../../ui/use-action.ts'

export function CreateKey({ onClose }: { onClose: () => void }) {
  const t = useText()
  const [created, setCreated] = useState<Schema['ApiKey'] | null>(null)
  if (created === null)
    return (
      <Dialog title={t('people.create-key')} onClose={onClose}>
        <KeyForm onCreated={setCreated} onClose={onClose} />
      </Dialog>
    )
  return (
    <Dialog title={t('people.key-created', { name: created.name })} onClose={onClose} size="lg">
      <ShownOnce
        label={t('people.key-token')}
        secret={created.token ?? ''}
        help={t('people.key-store')}
        onDone={onClose}
      />
    </Dialog>
  )
}

function KeyForm({
  onCreated,
  onClose,
}: {
  onCreated: (key: Schema['ApiKey']) => void
  onClose: () => void
}) {
  const t = useText()
  const [name, setName] = useState('')
  const [until, setUntil] = useState('')
  const action = useAction({
    run: (body: { name: string; expiresAt: string | null }, header) =>
      answerOf(api.POST('/api-keys', { params: { header }, body })),
    invalidates: [['api-keys']],
    onDone: (key) => {
      onCreated(key)
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    action.mutate({ name: name.trim(), expiresAt: until === '' ? null : endOf(until) })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={t('people.key-name')}
          description={t('people.key-name-help')}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          error={errorAt(action.error, '/body/name')}
          maxLength={100}
          autoComplete="off"
          required
          withAsterisk={false}
          data-autofocus
        />
        <TextInput
          type="date"
          label={t('people.key-until')}
          description={t('people.key-until-help')}
          value={until}
          onChange={({ currentTarget }) => setUntil(currentTarget.value)}
          error={errorAt(action.error, '/body/expiresAt')}
          min={today()}
        />
        <Refused error={action.error} shown={['/body/name', '/body/expiresAt']} />
        <Group justify="end">
          <Button variant="default" onClick={onClose} disabled={action.isPending}>
            {t('shell.cancel')}
          </Button>
          <Button type="submit" loading={action.isPending}>
            {t('people.create-key')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
