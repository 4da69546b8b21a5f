import { Button, Center, Group, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { type SubmitEvent, useEffect, useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { Mark } from '../../app/mark.tsx'
import { sessionRenewed } from '../../app/session.ts'
import { ColorToggle, LanguageMenu } from '../../app/settings.tsx'
import { Refused } from '../../ui/refused.tsx'

const route = getRouteApi('/sign-in')

export function SignIn() {
  const t = useText()
  const router = useRouter()
  const queries = useQueryClient()
  const { from } = route.useSearch()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  useEffect(() => {
    document.title = `${t('sign-in.title')} · TMIP`
  }, [t])
  const signIn = useMutation({
    mutationFn: () => answerOf(api.POST('/sessions', { body: { email: email.trim(), password } })),
    onSuccess: async () => {
      // Nothing that the person before saw may be shown to this one.
      queries.clear()
      sessionRenewed()
      await router.navigate({ href: from ?? '/', replace: true })
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    signIn.mutate()
  }
  return (
    <Center mih="100vh" p="md" component="main">
      <Paper withBorder p="xl" w="100%" maw={420} radius="lg">
        <Stack>
          <Group justify="space-between">
            <Mark />
            <Group gap={4}>
              <LanguageMenu />
              <ColorToggle />
            </Group>
          </Group>
          <div>
            <Title order={1}>{t('sign-in.title')}</Title>
            <Text c="dimmed">{t('sign-in.lead')}</Text>
          </div>
          <form onSubmit={submit}>
            <Stack>
              <Refused error={signIn.error} />
              <TextInput
                label={t('sign-in.email')}
                type="email"
                autoComplete="username"
                value={email}
                onChange={(event) => setEmail(event.currentTarget.value)}
                required
                withAsterisk={false}
                data-autofocus
              />
              <PasswordInput
                label={t('sign-in.password')}
                autoComplete="current-password"
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
                required
                withAsterisk={false}
              />
              <Button type="submit" loading={signIn.isPending}>
                {t('sign-in.submit')}
              </Button>
            </Stack>
          </form>
        </Stack>
      </Paper>
    </Center>
  )
}
