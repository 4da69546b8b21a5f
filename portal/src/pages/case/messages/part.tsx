import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconMessages } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { answerOf, api } from '../../../api/client.ts'
import { useText } from '../../../app/language.tsx'
import { caseKey, useCase } from '../../../subjects/case/queries.ts'
import { Refused } from '../../../ui/refused.tsx'
import { Empty, Loading } from '../../../ui/states.tsx'
import { Answering } from './answering.tsx'
import { Compose } from './compose.tsx'
import { Message } from './message.tsx'

const EVERY_MS = 20_000
/** So many are drawn at first; who wants to read further back asks for more. */
const AT_FIRST = 30

export function CaseMessages() {
  const t = useText()
  const { id, actions } = useCase()
  const [most, setMost] = useState(AT_FIRST)
  const end = useRef<HTMLDivElement>(null)
  // The API tells a thread from its beginning; the end of it is what somebody comes for.
  const pages = useInfiniteQuery({
    queryKey: [...caseKey(id), 'messages'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/cases/{id}/messages', {
          params: { path: { id }, query: { cursor: pageParam, limit: 200 } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: EVERY_MS,
  })
  const { hasNextPage, isFetching, fetchNextPage } = pages
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  const messages = pages.data?.pages.flatMap(({ items }) => items) ?? []
  const complete = pages.isSuccess && !hasNextPage
  const newest = complete ? (messages.at(-1)?.number ?? 0) : null
  const news = useNews(newest)
  useEffect(() => {
    if (newest !== null && newest > 0) end.current?.scrollIntoView({ block: 'nearest' })
  }, [newest])
  const shown = messages.slice(-most)
  return (
    <Stack gap="md" maw={820}>
      <div>
        <Title order={2}>{t('thread.title')}</Title>
        <Answering />
      </div>
      <div className="visually-hidden" role="status">
        {news !== null && newest !== null && newest > news && t('thread.new', { count: newest - news })}
      </div>
      <Refused error={pages.error} />
      {pages.isPending && <Loading />}
      {complete && messages.length === 0 && (
        <Empty icon={IconMessages} title={t('thread.empty')}>
          {t('thread.empty-help')}
        </Empty>
      )}
      {shown.length < messages.length && (
        <Group justify="center" className="no-print">
          <Button variant="default" onClick={() => setMost(most + 100)}>
            {t('thread.older', { count: messages.length - shown.length })}
          </Button>
        </Group>
      )}
      {shown.length > 0 && (
        <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
          {shown.map((message) => (
            <Message key={message.number} message={message} caseId={id} />
          ))}
        </Stack>
      )}
      <div ref={end} />
      {actions.includes('post-message') ? (
        <Compose />
      ) : (
        <Paper withBorder p="md">
          <Text c="dimmed">{t('thread.only-read')}</Text>
        </Paper>
      )}
    </Stack>
  )
}

/** The newest message that was there when the thread was first complete; what is newer came while one looked. */
function useNews(newest: number | null): number | null {
  const [first, setFirst] = useState(newest)
  if (first === null && newest !== null) setFirst(newest)
  return first
}
