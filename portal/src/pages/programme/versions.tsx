import { Group, Text, Title } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useText } from '../../app/language.tsx'
import { Failed } from '../../subjects/person/failed.tsx'
import { loadVersions, versionsKey } from '../../subjects/programme/queries.ts'
import { More, useCursorPages } from '../../ui/cursor-pages.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { useFormat } from '../../ui/format.ts'
import { AnchorLink } from '../../ui/links.tsx'
import { Loading } from '../../ui/states.tsx'
import { Sign } from '../../ui/status.tsx'
import { Compare } from './compare.tsx'

export function Versions({ programmeId }: { programmeId: string }) {
  const t = useText()
  const format = useFormat()
  const pages = useCursorPages(versionsKey(programmeId), (cursor) => loadVersions(programmeId, cursor))
  return (
    <>
      <Title order={2} mb="sm">
        {t('programmes.versions-title')}
      </Title>
      <Failed query={pages} />
      {pages.isPending && pages.error === null && <Loading />}
      {pages.items.length > 0 && (
        <DataTable
          caption={t('programmes.versions-table')}
          rows={pages.items}
          rowKey={({ number }) => number}
          columns={[
            {
              key: 'version',
              title: t('programmes.version'),
              main: true,
              cell: ({ programmeVersion, isCurrent }) => (
                <Group gap="xs" component="span">
                  <span className="mono">{programmeVersion}</span>
                  {isCurrent && <Sign icon={IconCheck} color="green" text={t('programmes.current')} />}
                </Group>
              ),
            },
            {
              key: 'published',
              title: t('programmes.published'),
              cell: ({ publishedAt }) => format.instant(publishedAt),
            },
            {
              key: 'by',
              title: t('programmes.published-by'),
              cell: ({ publishedByName }) => publishedByName ?? t('programmes.by-command'),
            },
            {
              key: 'rules',
              title: t('programmes.see-rules'),
              cell: ({ programmeVersion }) => (
                <AnchorLink
                  to="/programmes/$programmeId"
                  params={{ programmeId }}
                  search={{ version: programmeVersion }}
                  size="sm"
                  aria-label={t('programmes.see-rules-of', { version: programmeVersion })}
                >
                  {t('programmes.see-rules')}
                </AnchorLink>
              ),
            },
          ]}
        />
      )}
      <More pages={pages} />
      {pages.items.length === 1 && (
        <Text c="dimmed" mt="md">
          {t('programmes.one-version')}
        </Text>
      )}
      {pages.items.length > 1 && <Compare programmeId={programmeId} versions={pages.items} />}
    </>
  )
}
