import { Alert, Center, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconLinkOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { Mark } from '../../app/mark.tsx'
import { ColorToggle, LanguageMenu } from '../../app/settings.tsx'
import { Failed } from '../../subjects/person/failed.tsx'
import { ButtonLink } from '../../ui/links.tsx'
import { refusedWith } from '../../ui/refused.tsx'
import { Loading } from '../../ui/states.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { Accept } from './accept.tsx'

export function Invitation() {
  const t = useText()
  const { token, forget } = useToken()
  useEffect(() => {
    document.title = `${t('people.invitation-title')} · TMIP`
  }, [t])
  return (
    <Center mih="100vh" p="md" component="main">
      <Paper withBorder p="xl" w="100%" maw={480} radius="lg">
        <Stack>
          <Group justify="space-between">
            <Mark />
            <Group gap={4}>
              <LanguageMenu />
              <ColorToggle />
            </Group>
          </Group>
          {token === '' ? <Missing /> : <Invited token={token} onAccepted={forget} />}
        </Stack>
      </Paper>
    </Center>
  )
}

/**
 * The token stands behind `#`, which no browser sends to a server; it leaves the address at once, so that it stands in no
 * history, and survives a reload in this tab until it is used.
 */
function useToken() {
  const router = useRouter()
  const inAddress = useRouterState({ select: ({ location }) => location.hash })
  const [token, setToken, forget] = useDraft('invitation', '')
  useEffect(() => {
    if (inAddress === '') return
    setToken(inAddress)
    void router.navigate({ to: '/invitation', hash: '', replace: true })
  }, [inAddress, setToken, router])
  return { token: inAddress === '' ? token : inAddress, forget }
}

function Invited({ token, onAccepted }: { token: string; onAccepted: () => void }) {
  const t = useText()
  const lookup = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => answerOf(api.POST('/invitation-lookups', { body: { token } })),
    // Looked at too often, an invitation is refused for a while.
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (refusedWith(lookup.error, 'invitation-not-valid'))
    return (
      <Trouble title={t('people.invitation-over')} help={t('people.invitation-over-help')}>
        <ButtonLink to="/sign-in" search={{ from: undefined }}>
          {t('people.to-sign-in')}
        </ButtonLink>
      </Trouble>
    )
  return (
    <>
      <Title order={1}>{t('people.invitation-title')}</Title>
      <Failed query={lookup} />
      {lookup.isPending && <Loading />}
      {lookup.isSuccess && <Accept token={token} invitation={lookup.data} onAccepted={onAccepted} />}
    </>
  )
}

function Missing() {
  const t = useText()
  return (
    <Trouble title={t('people.invitation-missing')} help={t('people.invitation-missing-help')}>
      <ButtonLink to="/sign-in" search={{ from: undefined }} variant="default">
        {t('people.to-sign-in')}
      </ButtonLink>
    </Trouble>
  )
}

function Trouble({ title, help, children }: { title: string; help: string; children: ReactNode }) {
  return (
    <>
      <Title order={1}>{title}</Title>
      <Alert color="yellow" icon={<IconLinkOff aria-hidden />}>
        <Text size="sm">{help}</Text>
      </Alert>
      <Group>{children}</Group>
    </>
  )
}
