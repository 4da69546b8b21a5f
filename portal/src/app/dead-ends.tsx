import { Button, Container, Stack, Text, Title } from '@mantine/core'
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ProblemError, Unreachable } from '../api/client.ts'
import { useText } from './language.tsx'

export function NotFound() {
  const t = useText()
  useEffect(() => {
    document.title = `${t('shell.not-found')} · TMIP`
  }, [t])
  return (
    <Container size="sm" py="xl">
      <Stack align="start">
        <Title order={1}>{t('shell.not-found')}</Title>
        <Text>{t('shell.not-found-help')}</Text>
        <Button component={Link} to="/">
          {t('shell.to-start')}
        </Button>
      </Stack>
    </Container>
  )
}

/** A screen that could not be drawn: the server refused, is not there, or we made a mistake. */
export function Trouble({ error, reset }: ErrorComponentProps) {
  const t = useText()
  const router = useRouter()
  const again = () => {
    reset()
    void router.invalidate()
  }
  const gone = error instanceof ProblemError && error.problem.status === 404
  return (
    <Container size="sm" py="xl">
      <Stack align="start">
        <Title order={1}>
          {error instanceof ProblemError
            ? error.problem.title
            : error instanceof Unreachable
              ? t('shell.unreachable')
              : t('shell.broken')}
        </Title>
        <Text>
          {error instanceof ProblemError
            ? error.problem.detail
            : error instanceof Unreachable
              ? t('shell.unreachable-help')
              : t('shell.broken-help')}
        </Text>
        {gone ? (
          <Button component={Link} to="/">
            {t('shell.to-start')}
          </Button>
        ) : (
          <Button onClick={again}>{t('shell.try-again')}</Button>
        )}
      </Stack>
    </Container>
  )
}

/** The same where no shell is around them. */
export const NotFoundPage = () => (
  <main>
    <NotFound />
  </main>
)
export const TroublePage = (trouble: ErrorComponentProps) => (
  <main>
    <Trouble {...trouble} />
  </main>
)
