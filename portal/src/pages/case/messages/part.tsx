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
const PAGE = 50

export function CaseMessages() {
  const t = useText()
  const { id, actions } = useCase()
  const end = useRef<HTMLDivElement>(null)
  const pages = useInfiniteQuery({
    queryKey: [...caseKey(id), 'messages'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/cases/{id}/messages', {
          params: { path: { id }, query: { cursor: pageParam, limit: PAGE } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: EVERY_MS,
  })
  // The newest come first, page after page, and are read from the oldest down to them.
  const messages = (pages.data?.pages.flatMap(({ items }) => items) ?? []).toReversed()
  const newest = pages.isSuccess ? (messages.at(-1)?.number ?? 0) : null
  const news = useNews(newest)
  useEffect(() => {
    if (newest !== null && newest > 0) end.current?.scrollIntoView({ block: 'nearest' })
  }, [newest])
  // They are numbered from 1 on.
  const earlier = (messages[0]?.number ?? 1) - 1
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
      {newest === 0 && (
        <Empty icon={IconMessages} title={t('thread.empty')}>
          {t('thread.empty-help')}
        </Empty>
      )}
      {pages.hasNextPage && (
        <Group justify="center" className="no-print">
          <Button
            variant="default"
            onClick={() => void pages.fetchNextPage()}
            loading={pages.isFetchingNextPage}
          >
            {t('thread.older', { count: earlier })}
          </Button>
        </Group>
      )}
      {messages.length > 0 && (
        <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
          {messages.map((message) => (
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

/** The newest message that was there when the thread was first there; what is newer came while one looked. */
function useNews(newest: number | null): number | null {
  const [first, setFirst] = useState(newest)
  if (first === null && newest !== null) setFirst(newest)
  return first
}
