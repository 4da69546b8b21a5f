import { Button, Group, NativeSelect, Text, Title } from '@mantine/core'
import { IconArrowsLeftRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../../app/language.tsx'
import { Failed } from '../../subjects/person/failed.tsx'
import { Difference } from '../../subjects/programme/difference.tsx'
import { differenceQuery, type Version } from '../../subjects/programme/queries.ts'
import { Loading } from '../../ui/states.tsx'

const route = getRouteApi('/shell/programmes/$programmeId')

/** Which two stands in the address; nothing there means the current one with the one before it. */
export function Compare({ programmeId, versions }: { programmeId: string; versions: readonly Version[] }) {
  const t = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const to = search.to ?? versions[0]?.programmeVersion ?? ''
  const before = versions[versions.findIndex(({ programmeVersion }) => programmeVersion === to) + 1]
  const from = search.from ?? before?.programmeVersion ?? to
  const set = (change: { from: string; to: string }) =>
    void navigate({ search: { part: 'versions', ...change }, replace: true })
  const difference = useQuery({ ...differenceQuery(programmeId, from, to), enabled: from !== to })
  // One from the address may stand on a page of the list that is not loaded yet, or nowhere.
  const named = [...new Set([...versions.map(({ programmeVersion }) => programmeVersion), from, to])]
  return (
    <section>
      <Title order={2} mt="xl" mb="sm">
        {t('programmes.compare')}
      </Title>
      <Group align="end" gap="sm" mb="md" className="no-print">
        <NativeSelect
          label={t('programmes.compare-from')}
          value={from}
          onChange={({ currentTarget }) => set({ from: currentTarget.value, to })}
          data={named}
        />
        <NativeSelect
          label={t('programmes.compare-to')}
          value={to}
          onChange={({ currentTarget }) => set({ from, to: currentTarget.value })}
          data={named}
        />
        <Button
          variant="default"
          leftSection={<IconArrowsLeftRight size={16} aria-hidden />}
          onClick={() => set({ from: to, to: from })}
        >
          {t('programmes.swap')}
        </Button>
      </Group>
      {from === to ? (
        <Text c="dimmed">{t('programmes.same-version')}</Text>
      ) : (
        <>
          <Failed query={difference} />
          {difference.isPending && difference.error === null && <Loading />}
          {difference.isSuccess && (
            <Difference
              title={t('programmes.difference-title', { from, to })}
              total={difference.data.total}
              entries={difference.data.entries}
            />
          )}
        </>
      )}
    </section>
  )
}
