import { Group, SegmentedControl, Text, Title } from '@mantine/core'
import { IconCheck, IconCircleX } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../app/language.tsx'
import { Failed } from '../../subjects/person/failed.tsx'
import { catalogueQuery } from '../../subjects/programme/queries.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { SearchText } from '../../ui/search-text.tsx'
import { Sign } from '../../ui/status.tsx'

/** As many as the server gives at most. */
const MOST = 20

export function Devices({ programmeId, version }: { programmeId: string; version: string }) {
  const t = useText()
  const [search, setSearch] = useState('')
  const [kind, setKind] = useState<'old' | 'new'>('old')
  const hits = useQuery({
    ...catalogueQuery(programmeId, version, search.slice(0, 100), kind),
    placeholderData: keepPreviousData,
  })
  const found = search === '' ? [] : (hits.data?.items ?? [])
  return (
    <section>
      <Title order={2}>{t('programmes.devices')}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('programmes.devices-lead')}
      </Text>
      <search className="no-print">
        <Group gap="sm" mb="xs">
          <SearchText
            aria-label={t('programmes.devices-search')}
            placeholder={t('programmes.devices-search')}
            value={search}
            onChange={setSearch}
            flex="1 1 14rem"
            maw={360}
          />
          <SegmentedControl
            aria-label={t('programmes.devices-which')}
            value={kind}
            onChange={(value) => setKind(value === 'new' ? 'new' : 'old')}
            data={[
              { value: 'old', label: t('programmes.devices-old') },
              { value: 'new', label: t('programmes.devices-new') },
            ]}
          />
        </Group>
      </search>
      <Failed query={hits} />
      <Text size="sm" c="dimmed" role="status" mih="1.4em" mb={4}>
        {search !== '' &&
          hits.isSuccess &&
          t(found.length === MOST ? 'programmes.devices-first' : 'programmes.devices-found', {
            count: found.length,
          })}
      </Text>
      {found.length > 0 && (
        <DataTable
          caption={t('programmes.devices-table')}
          rows={found}
          rowKey={({ sku }) => sku}
          columns={[
            {
              key: 'sku',
              title: t('programmes.sku'),
              main: true,
              cell: ({ sku }) => <span className="mono">{sku}</span>,
            },
            { key: 'family', title: t('programmes.family'), cell: ({ family }) => family },
            {
              key: 'description',
              title: t('programmes.description'),
              cell: ({ description }) => description,
            },
            {
              key: 'eligible',
              title: t('programmes.eligible'),
              cell: ({ eligible }) =>
                eligible ? (
                  <Sign icon={IconCheck} color="green" text={t('programmes.eligible')} />
                ) : (
                  <Sign icon={IconCircleX} color="gray" text={t('programmes.not-eligible')} />
                ),
            },
          ]}
        />
      )}
    </section>
  )
}
