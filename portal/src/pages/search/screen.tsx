import { Button, Group, List, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useKeys } from '../../ui/keys.tsx'
import { Page } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'
import { Empty, Loading } from '../../ui/states.tsx'
import { Hit } from './hit.tsx'
import classes from './search.module.css'

const route = getRouteApi('/shell/search')
/** Of one sign there would be too much. */
const FEWEST = 2

/** Everything that has this number, serial or name, the exact ones first. */
export function Search() {
  const t = useText()
  const { q = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const asked = q.length >= FEWEST
  const search = useQuery({
    queryKey: ['search', q],
    queryFn: () => answerOf(api.GET('/search', { params: { query: { q } } })),
    enabled: asked,
    placeholderData: keepPreviousData,
  })
  const list = useRef<HTMLDivElement>(null)
  const groups = asked ? (search.data?.groups ?? []) : []
  const count = groups.reduce((sum, { hits }) => sum + hits.length, 0)
  useOnlyHit(asked && !search.isPlaceholderData && search.data !== undefined ? groups : [], q, list)
  const move = (by: number) => {
    const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-hit]') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLAnchorElement)
    links[Math.max(0, Math.min(at + by, links.length - 1))]?.focus()
  }
  useKeys({ ArrowDown: () => move(1), j: () => move(1), ArrowUp: () => move(-1), k: () => move(-1) })
  return (
    <Page title={asked ? t('desk.search-title', { q }) : t('desk.search-empty')}>
      <SearchField
        value={q}
        onChange={(next) => void navigate({ search: { q: next || undefined }, replace: true })}
        onDown={() => move(1)}
      />
      <Text size="sm" c="dimmed" role="status" mb="sm" mih="1.4em">
        {asked && search.data !== undefined && !search.isFetching && t('desk.found', { count })}
      </Text>
      {search.isError && (
        <Group mb="sm" align="center">
          <Refused error={search.error} />
          <Button variant="default" onClick={() => void search.refetch()}>
            {t('shell.try-again')}
          </Button>
        </Group>
      )}
      {asked && search.isLoading && <Loading />}
      <Stack ref={list} aria-busy={search.isPlaceholderData}>
        {groups.map(({ kind, hits }) => (
          <Paper key={kind} withBorder component="section" aria-labelledby={`hits-${kind}`}>
            <Title order={2} size="h3" id={`hits-${kind}`} px="md" pt="sm" pb={4}>
              {t(`desk.hits-${kind}`, { count: hits.length })}
            </Title>
            <ul className={classes['hits']}>
              {hits.map((hit) => (
                <li key={`${hit.title} ${hit.caseId} ${hit.orderId} ${hit.organisationId} ${hit.number}`}>
                  <Hit kind={kind} hit={hit} q={q} />
                </li>
              ))}
            </ul>
          </Paper>
        ))}
      </Stack>
      {search.data?.more === true && asked && (
        <Text size="sm" mt="sm">
          {t('desk.more-found')}
        </Text>
      )}
      {(!asked || (search.data !== undefined && !search.isFetching && count === 0)) && (
        <Empty icon={IconSearch} title={t(asked ? 'desk.nothing-found' : 'desk.how-to-search')}>
          <List size="sm" ta="left" mt="xs">
            {(['number', 'serial', 'name', 'part', 'certificate'] as const).map((way) => (
              <List.Item key={way}>{t(`desk.search-${way}`)}</List.Item>
            ))}
          </List>
        </Empty>
      )}
    </Page>
  )
}

/** One hit, and exactly what was asked for: whoever types a whole number wants to be there. */
function useOnlyHit(
  groups: Schema['SearchResult']['groups'],
  q: string,
  list: { readonly current: HTMLDivElement | null },
) {
  const [only, second] = groups.flatMap(({ hits }) => hits)
  const opens = only?.exact === true && second === undefined
  const opened = useRef('')
  const navigate = route.useNavigate()
  useEffect(() => {
    const href = list.current?.querySelector('a[data-hit]')?.getAttribute('href')
    if (!opens || href === undefined || href === null || opened.current === q) return
    opened.current = q
    void navigate({ href, replace: true })
  }, [opens, q, list, navigate])
}

/** The address follows when the typing pauses. */
function SearchField({
  value,
  onChange,
  onDown,
}: {
  value: string
  onChange: (text: string) => void
  onDown: () => void
}) {
  const t = useText()
  const [text, setText] = useState(value)
  const told = useRef(value)
  const input = useRef<HTMLInputElement>(null)
  const tell = useDebouncedCallback((next: string) => {
    told.current = next
    onChange(next)
  }, 300)
  useEffect(() => {
    if (value !== told.current) setText(value)
    told.current = value
  }, [value])
  // After the shell, which puts the focus on the screen.
  useEffect(() => {
    const timer = setTimeout(() => input.current?.focus(), 0)
    return () => clearTimeout(timer)
  }, [])
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      onDown()
    }
  }
  return (
    <TextInput
      ref={input}
      type="search"
      size="md"
      maw={560}
      mb="xs"
      className="no-print"
      aria-label={t('desk.search-label')}
      placeholder={t('shell.search-hint')}
      leftSection={<IconSearch size={18} aria-hidden />}
      value={text}
      maxLength={60}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value)
        tell(currentTarget.value.trim())
      }}
      onKeyDown={keys}
    />
  )
}
