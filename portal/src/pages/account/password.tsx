import { Button, Group, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useMe } from '../../app/session.ts'
import { Refused, refusedWith } from '../../ui/refused.tsx'
import { useAction } from '../../ui/use-action.ts'

export function ChangePassword() {
  const t = useText()
  const me = useMe()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const action = useAction({
    run: (body: { current: string; next: string }) => answerOf(api.PUT('/me/password', { body })),
    invalidates: [],
    done: t('people.password-changed'),
    onDone: () => {
      setCurrent('')
      setNext('')
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    action.mutate({ current, next })
  }
  const wrong = refusedWith(action.error, 'password-wrong')
  const weak = refusedWith(action.error, 'password-too-weak')
  return (
    <Paper withBorder p="lg" component="section">
      <Title order={2} mb="sm">
        {t('people.change-password')}
      </Title>
      <form onSubmit={submit}>
        <Stack>
          <input type="hidden" name="username" autoComplete="username" value={me.email} readOnly />
          <PasswordInput
            label={t('people.password-now')}
            value={current}
            onChange={({ currentTarget }) => setCurrent(currentTarget.value)}
            autoComplete="current-password"
            error={wrong && action.error?.message}
            aria-invalid={wrong}
            required
            withAsterisk={false}
          />
          <PasswordInput
            label={t('people.password-new')}
            description={t('people.password-rules')}
            value={next}
            onChange={({ currentTarget }) => setNext(currentTarget.value)}
            autoComplete="new-password"
            error={weak && action.error?.message}
            aria-invalid={weak}
            required
            withAsterisk={false}
          />
          {!wrong && !weak && <Refused error={action.error} />}
          <Text size="sm" c="dimmed">
            {t('people.password-ends')}
          </Text>
          <Group>
            <Button type="submit" variant="default" loading={action.isPending}>
              {t('people.change-password')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  )
}
