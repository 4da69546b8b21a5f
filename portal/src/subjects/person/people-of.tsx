import { Badge, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../../app/language.tsx'
import { useMay, useMe } from '../../app/session.ts'
import { More, useCursorPages } from '../../ui/cursor-pages.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Loading } from '../../ui/states.tsx'
import { ChangeRoles } from './change-roles.tsx'
import { EndAccess } from './end-access.tsx'
import { Failed } from './failed.tsx'
import { Nobody } from './nobody.tsx'
import { PeopleFilters } from './people-filters.tsx'
import { loadPeople, type Organisation, type Person, peopleKey } from './queries.ts'
import { hasChoice } from './roles.tsx'
import { Roles } from './roles-of-person.tsx'
import type { PeopleSearch } from './search.ts'

/** The people of one organisation; what was chosen to be shown stands in the address. */
export function PeopleOf({
  organisation,
  search,
  onSearch,
}: {
  organisation: Organisation
  search: PeopleSearch
  onSearch: (change: PeopleSearch) => void
}) {
  const t = useText()
  const [changing, setChanging] = useState<Person | null>(null)
  const [ending, setEnding] = useState<Person | null>(null)
  const pages = useCursorPages([...peopleKey(organisation.id), search.search, search.who], (cursor) =>
    loadPeople(organisation.id, search, cursor),
  )
  const people = pages.items
  const columns = useColumns(organisation, setChanging, setEnding)
  return (
    <>
      <PeopleFilters search={search} onSearch={onSearch} />
      <Failed query={pages} />
      {pages.isPending ? (
        pages.error === null && <Loading />
      ) : people.length > 0 ? (
        <DataTable
          caption={t('people.people-table')}
          columns={search.who === 'left' ? columns.filter(({ key }) => key !== 'actions') : columns}
          rows={people}
          rowKey={({ id }) => id}
        />
      ) : (
        pages.error === null && !pages.hasNextPage && <Nobody search={search} />
      )}
      <More pages={pages} />
      {changing !== null && (
        <ChangeRoles person={changing} kind={organisation.kind} onClose={() => setChanging(null)} />
      )}
      {ending !== null && <EndAccess person={ending} onClose={() => setEnding(null)} />}
    </>
  )
}

function useColumns(
  { kind }: Organisation,
  onChange: (person: Person) => void,
  onEnd: (person: Person) => void,
): Column<Person>[] {
  const t = useText()
  const may = useMay()
  const me = useMe()
  const mayChange = may('change-person') && hasChoice(kind)
  return [
    {
      key: 'name',
      title: t('people.name'),
      main: true,
      cell: ({ id, name }) => (
        <Group gap={6} component="span">
          <Text span fw={600} size="sm">
            {name}
          </Text>
          {id === me.personId && (
            <Badge variant="outline" color="gray" size="sm" tt="none" c="inherit">
              {t('people.you')}
            </Badge>
          )}
        </Group>
      ),
    },
    {
      key: 'email',
      title: t('people.email'),
      cell: ({ email }) => <span style={{ overflowWrap: 'anywhere' }}>{email}</span>,
    },
    {
      key: 'roles',
      title: t('people.roles'),
      cell: (person) => <Roles of={person} />,
    },
    ...(mayChange || may('end-access')
      ? [
          {
            key: 'actions',
            title: t('people.actions'),
            number: true,
            cell: (person: Person) => (
              <Group gap={4} justify="end" className="no-print">
                {mayChange && (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={t('people.change-roles-of', { name: person.name })}
                    onClick={() => onChange(person)}
                  >
                    {t('people.change-roles')}
                  </Button>
                )}
                {may('end-access') && person.id !== me.personId && (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="red"
                    c="var(--mantine-color-error)"
                    aria-label={t('people.end-access-of', { name: person.name })}
                    onClick={() => onEnd(person)}
                  >
                    {t('people.end-access')}
                  </Button>
                )}
              </Group>
            ),
          },
        ]
      : []),
  ]
}
