import { Group, SegmentedControl } from '@mantine/core'
import { useText } from '../../app/language.tsx'
import { SearchText } from '../../ui/search-text.tsx'
import type { PeopleSearch } from './search.ts'

export function PeopleFilters({
  search,
  onSearch,
}: {
  search: PeopleSearch
  onSearch: (change: PeopleSearch) => void
}) {
  const t = useText()
  return (
    <search className="no-print">
      <Group gap="sm" mb="sm">
        <SearchText
          aria-label={t('people.people-search')}
          placeholder={t('people.people-search')}
          value={search.search ?? ''}
          onChange={(text) => onSearch({ search: text || undefined })}
          flex="1 1 14rem"
          maw={360}
        />
        <SegmentedControl
          aria-label={t('people.who-is-shown')}
          value={search.who ?? 'here'}
          onChange={(who) => onSearch({ who: who === 'left' ? who : undefined })}
          data={[
            { value: 'here', label: t('people.with-access') },
            { value: 'left', label: t('people.left') },
          ]}
        />
      </Group>
    </search>
  )
}
