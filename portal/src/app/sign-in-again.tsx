import { Button, Modal, PasswordInput, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { answerOf, api } from '../api/client.ts'
import { Refused } from '../ui/refused.tsx'
import { useText } from './language.tsx'
import { type Me, sessionRenewed, useSessionEnded } from './session.ts'

/** Over the page, which stays as it is with everything that was typed. */
export function SignInAgain({ me }: { me: Me }) {
  const t = useText()
  const ended = useSessionEnded()
  const queries = useQueryClient()
  const [password, setPassword] = useState('')
  const signIn = useMutation({
    mutationFn: () => answerOf(api.POST('/sessions', { body: { email: me.email, password } })),
    onSuccess: () => {
      setPassword('')
      sessionRenewed()
      return queries.invalidateQueries()
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    signIn.mutate()
  }
  return (
    <Modal
      opened={ended}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('shell.session-ended')}
      centered
    >
      <form onSubmit={submit}>
        <Stack>
          <Text>{t('shell.session-ended-help')}</Text>
          <Refused error={signIn.error} />
          <input type="hidden" name="username" autoComplete="username" value={me.email} readOnly />
          <PasswordInput
            label={t('sign-in.password')}
            description={me.email}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password"
            required
            data-autofocus
          />
          <Button type="submit" loading={signIn.isPending}>
            {t('sign-in.submit')}
          </Button>
          <Button variant="subtle" component="a" href="/sign-in">
            {t('shell.other-person')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
