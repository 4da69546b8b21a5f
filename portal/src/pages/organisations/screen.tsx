import { Group, NativeSelect } from '@mantine/core'
import { IconBuilding } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { answerOf, api } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/session.ts'
import { useCountries } from '../../subjects/organisation/places.ts'
import { Failed } from '../../subjects/person/failed.tsx'
import { found } from '../../subjects/person/queries.ts'
import { More, useCursorPages } from '../../ui/cursor-pages.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { AnchorLink, ButtonLink } from '../../ui/links.tsx'
import { Page } from '../../ui/page.tsx'
import { SearchText } from '../../ui/search-text.tsx'
import { Empty, Loading } from '../../ui/states.tsx'
import { CreateOrganisation } from './create.tsx'
import { kinds, type OrganisationSearch } from './search.ts'

const route = getRouteApi('/shell/organisations')

export function Organisations() {
  const t = useText()
  const may = useMay()
  const countries = useCountries()
  const { search, kind } = route.useSearch()
  const navigate = route.useNavigate()
  const set = (change: OrganisationSearch) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  const pages = useCursorPages(['organisations', 'list', { search, kind }], (cursor) =>
    answerOf(api.GET('/organisations', { params: { query: { ...found(search), kind, cursor, limit: 50 } } })),
  )
  return (
    <Page
      title={t('people.organisations-title')}
      actions={
        <>
          {may('list-all-people') && (
            <ButtonLink variant="default" to="/people" search={{}}>
              {t('people.see-all-people')}
            </ButtonLink>
          )}
          {may('create-organisation') && <CreateOrganisation />}
        </>
      }
    >
      <search className="no-print">
        <Group gap="sm" mb="sm">
          <SearchText
            aria-label={t('people.organisations-search')}
            placeholder={t('people.organisations-search')}
            value={search ?? ''}
            onChange={(text) => set({ search: text || undefined })}
            flex="1 1 14rem"
            maw={360}
          />
          <NativeSelect
            aria-label={t('people.kind')}
            value={kind ?? ''}
            onChange={({ currentTarget: { value } }) => set({ kind: kinds.find((one) => one === value) })}
            data={[
              { value: '', label: t('people.all-kinds') },
              ...kinds.map((value) => ({ value, label: t(`people.kind-${value}`) })),
            ]}
          />
        </Group>
      </search>
      <Failed query={pages} />
      {pages.isPending && pages.error === null && <Loading />}
      {pages.items.length > 0 && (
        <DataTable
          caption={t('people.organisations-table')}
          rows={pages.items}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              title: t('people.name'),
              main: true,
              cell: ({ id, name }) => (
                <AnchorLink
                  to="/organisations/$organisationId"
                  params={{ organisationId: id }}
                  size="sm"
                  fw={600}
                >
                  {name}
                </AnchorLink>
              ),
            },
            { key: 'kind', title: t('people.kind'), cell: (row) => t(`people.kind-${row.kind}`) },
            {
              key: 'account',
              title: t('people.account'),
              cell: ({ account }) => <span className="mono">{account}</span>,
            },
            { key: 'country', title: t('people.country'), cell: ({ country }) => countries.nameOf(country) },
          ]}
        />
      )}
      {pages.isSuccess && pages.items.length === 0 && (
        <Empty icon={IconBuilding} title={t('people.no-organisation')}>
          {t('people.no-organisation-help')}
        </Empty>
      )}
      <More pages={pages} />
    </Page>
  )
}
