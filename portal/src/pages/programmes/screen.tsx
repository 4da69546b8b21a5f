import { IconBooks, IconUpload } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/session.ts'
import { Failed } from '../../subjects/person/failed.tsx'
import { loadProgrammes, programmesKey } from '../../subjects/programme/list-queries.ts'
import { Publish } from '../../subjects/programme/publish.tsx'
import { More, useCursorPages } from '../../ui/cursor-pages.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { useFormat } from '../../ui/format.ts'
import { AnchorLink, ButtonLink } from '../../ui/links.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Loading } from '../../ui/states.tsx'

const route = getRouteApi('/shell/programmes')

export function Programmes() {
  const t = useText()
  const may = useMay()
  const { publish } = route.useSearch()
  const pages = useCursorPages(programmesKey, loadProgrammes)
  if (publish && may('publish-programme'))
    return (
      <Page
        title={t('programmes.publish-title')}
        above={
          <AnchorLink to="/programmes" search={{}}>
            {t('programmes.title')}
          </AnchorLink>
        }
        subtitle={t('programmes.publish-lead')}
      >
        <Publish />
      </Page>
    )
  return (
    <Page
      title={t('programmes.title')}
      subtitle={t('programmes.lead')}
      actions={
        may('publish-programme') && (
          <ButtonLink
            to="/programmes"
            search={{ publish: true }}
            leftSection={<IconUpload size={16} aria-hidden />}
          >
            {t('programmes.publish')}
          </ButtonLink>
        )
      }
    >
      <Failed query={pages} />
      {pages.isPending && pages.error === null && <Loading />}
      {pages.items.length > 0 && <ProgrammeTable programmes={pages.items} />}
      {pages.isSuccess && pages.items.length === 0 && (
        <Empty icon={IconBooks} title={t('programmes.none')}>
          {t(may('publish-programme') ? 'programmes.none-help' : 'programmes.none-help-reader')}
        </Empty>
      )}
      <More pages={pages} />
    </Page>
  )
}

function ProgrammeTable({ programmes }: { programmes: Awaited<ReturnType<typeof loadProgrammes>>['items'] }) {
  const t = useText()
  const format = useFormat()
  return (
    <DataTable
      caption={t('programmes.table')}
      rows={programmes}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          title: t('programmes.programme'),
          main: true,
          cell: ({ id, name }) => (
            <AnchorLink
              to="/programmes/$programmeId"
              params={{ programmeId: id }}
              search={{}}
              size="sm"
              fw={600}
            >
              {name}
            </AnchorLink>
          ),
        },
        { key: 'vendor', title: t('programmes.vendor'), cell: ({ vendor }) => vendor },
        {
          key: 'version',
          title: t('programmes.current-version'),
          cell: ({ programmeVersion }) => <span className="mono">{programmeVersion}</span>,
        },
        {
          key: 'published',
          title: t('programmes.published'),
          cell: ({ publishedAt }) => format.dayOf(publishedAt),
        },
        { key: 'window', title: t('programmes.window'), cell: ({ window }) => format.duration(window) },
        {
          key: 'currencies',
          title: t('programmes.currencies'),
          cell: ({ currencies }) => currencies.join(', '),
        },
      ]}
    />
  )
}
