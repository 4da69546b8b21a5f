import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { sessionRenewed } from '../../app/session.ts'
import { useFormat } from '../../ui/format.ts'
import { errorAt, Refused, refusedWith } from '../../ui/refused.tsx'

export function Accept({
  token,
  invitation,
  onAccepted,
}: {
  token: string
  invitation: Schema['InvitationLookup']
  onAccepted: () => void
}) {
  const t = useText()
  const format = useFormat()
  const router = useRouter()
  const queries = useQueryClient()
  const [name, setName] = useState(invitation.name)
  const [password, setPassword] = useState('')
  const accept = useMutation({
    mutationFn: () =>
      answerOf(api.POST('/invitation-acceptances', { body: { token, name: name.trim(), password } })),
    onSuccess: async () => {
      onAccepted()
      // Whoever was signed in here before is so no longer.
      queries.clear()
      sessionRenewed()
      await router.navigate({ to: '/', replace: true })
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    accept.mutate()
  }
  const weak = refusedWith(accept.error, 'password-too-weak')
  return (
    <form onSubmit={submit}>
      <Stack>
        <div>
          <Text>
            {t('people.invitation-lead', {
              inviter: invitation.inviterName ?? 'none',
              organisation: invitation.organisationName,
            })}
          </Text>
          <Text size="sm" c="dimmed">
            {t('people.invitation-until', { at: format.instant(invitation.expiresAt) })}
          </Text>
        </div>
        <TextInput
          label={t('people.email')}
          description={t('people.email-fixed')}
          value={invitation.email}
          autoComplete="username"
          readOnly
        />
        <TextInput
          label={t('people.name')}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          error={errorAt(accept.error, '/body/name')}
          autoComplete="name"
          maxLength={200}
          required
          withAsterisk={false}
        />
        <PasswordInput
          label={t('people.invitation-password')}
          description={t('people.password-rules')}
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          error={weak && accept.error?.message}
          aria-invalid={weak}
          autoComplete="new-password"
          required
          withAsterisk={false}
        />
        {!weak && <Refused error={accept.error} shown={['/body/name']} />}
        <Button type="submit" loading={accept.isPending}>
          {t('people.invitation-accept')}
        </Button>
      </Stack>
    </form>
  )
}
