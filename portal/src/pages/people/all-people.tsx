import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { Failed } from '../../subjects/person/failed.tsx'
import { Nobody } from '../../subjects/person/nobody.tsx'
import { PeopleFilters } from '../../subjects/person/people-filters.tsx'
import { loadAllPeople } from '../../subjects/person/queries.ts'
import { Roles } from '../../subjects/person/roles-of-person.tsx'
import type { PeopleSearch } from '../../subjects/person/search.ts'
import { More, useCursorPages } from '../../ui/cursor-pages.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { AnchorLink } from '../../ui/links.tsx'
import { Loading } from '../../ui/states.tsx'

type Person = Schema['PersonOfAnyOrganisation']

/** To find somebody whose organisation one does not know; changed they are where they belong. */
export function AllPeople({
  search,
  onSearch,
}: {
  search: PeopleSearch
  onSearch: (change: PeopleSearch) => void
}) {
  const t = useText()
  const pages = useCursorPages(['people', 'all', search.search, search.who], (cursor) =>
    loadAllPeople(search, cursor),
  )
  const people = pages.items
  return (
    <>
      <PeopleFilters search={search} onSearch={onSearch} />
      <Failed query={pages} />
      {pages.isPending ? (
        pages.error === null && <Loading />
      ) : people.length > 0 ? (
        <DataTable<Person>
          caption={t('people.people-table')}
          columns={[
            { key: 'name', title: t('people.name'), main: true, cell: ({ name }) => name },
            {
              key: 'email',
              title: t('people.email'),
              cell: ({ email }) => <span style={{ overflowWrap: 'anywhere' }}>{email}</span>,
            },
            {
              key: 'organisation',
              title: t('people.organisation'),
              cell: ({ organisationId, organisationName }) => (
                <AnchorLink size="sm" to="/organisations/$organisationId" params={{ organisationId }}>
                  {organisationName}
                </AnchorLink>
              ),
            },
            {
              key: 'roles',
              title: t('people.roles'),
              cell: (person) => <Roles of={person} />,
            },
          ]}
          rows={people}
          rowKey={({ id }) => id}
        />
      ) : (
        pages.error === null && !pages.hasNextPage && <Nobody search={search} />
      )}
      <More pages={pages} />
    </>
  )
}
