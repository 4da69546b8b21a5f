import { Button, Group, Text } from '@mantine/core'
import { IconPlus, IconTicket } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/session.ts'
import { CaseTable, CaseTableSkeleton } from '../../subjects/case/case-table.tsx'
import { More, useCursorPages } from '../../ui/cursor-pages.tsx'
import { ButtonLink } from '../../ui/links.tsx'
import { Page } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'
import { Empty } from '../../ui/states.tsx'
import { CaseFilters } from './filters.tsx'
import { casesKey, loadCases } from './queries.ts'

const route = getRouteApi('/shell/cases')

export function Cases() {
  const t = useText()
  const may = useMay()
  const search = route.useSearch()
  const pages = useCursorPages(casesKey(search), (cursor) => loadCases(search, cursor))
  const { items, isPending, isPlaceholderData, error } = pages
  const filtered = Object.entries(search).some(([name, value]) => name !== 'sort' && value !== undefined)
  return (
    <Page
      title={t('cases.title')}
      actions={
        may('open-case') && (
          <ButtonLink to="/cases/new" leftSection={<IconPlus size={16} aria-hidden />}>
            {t('cases.open-one')}
          </ButtonLink>
        )
      }
    >
      <CaseFilters search={search} />
      <Text size="sm" c="dimmed" role="status" mb={6} mih="1.4em">
        {!isPending && t(pages.hasNextPage ? 'cases.shown-more' : 'cases.shown', { count: items.length })}
      </Text>
      {error !== null && (
        <Group mb="sm" align="center">
          <Refused error={error} />
          <Button variant="default" onClick={() => void pages.refetch()}>
            {t('shell.try-again')}
          </Button>
        </Group>
      )}
      {isPending ? (
        error === null && <CaseTableSkeleton />
      ) : items.length > 0 ? (
        <div aria-busy={isPlaceholderData} style={isPlaceholderData ? { opacity: 0.6 } : undefined}>
          <CaseTable cases={items} withStatus={search.status !== undefined} />
          <More pages={pages} />
        </div>
      ) : (
        error === null && <NoCases filtered={filtered} mayOpen={may('open-case')} />
      )}
    </Page>
  )
}

function NoCases({ filtered, mayOpen }: { filtered: boolean; mayOpen: boolean }) {
  const t = useText()
  if (filtered)
    return (
      <Empty
        icon={IconTicket}
        title={t('cases.none-found')}
        action={
          <ButtonLink variant="default" to="/cases" search={{}}>
            {t('cases.reset')}
          </ButtonLink>
        }
      >
        {t('cases.none-found-help')}
      </Empty>
    )
  return (
    <Empty
      icon={IconTicket}
      title={t('cases.none-open')}
      action={
        <Group justify="center">
          {mayOpen && (
            <ButtonLink variant="light" to="/cases/new">
              {t('cases.open-one')}
            </ButtonLink>
          )}
          <ButtonLink variant="default" to="/cases" search={{ status: 'closed' }}>
            {t('cases.see-closed')}
          </ButtonLink>
        </Group>
      }
    >
      {t(mayOpen ? 'cases.none-open-help' : 'cases.none-open-watcher')}
    </Empty>
  )
}
