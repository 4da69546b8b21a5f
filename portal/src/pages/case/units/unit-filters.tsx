import { Checkbox, Flex, NativeSelect } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../../../app/language.tsx'
import { SearchText } from '../../../ui/search-text.tsx'
import { type UnitSearch, unitStates } from './search.ts'

const route = getRouteApi('/shell/cases/$caseId/')

/** Two in a row on a phone. */
const narrow = { base: '1 1 7rem', xs: 'none' }

export function UnitFilters({ search }: { search: UnitSearch }) {
  const t = useText()
  const navigate = route.useNavigate()
  const set = (change: Partial<UnitSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false })
  const any = { value: '', label: t('cases.any') }
  return (
    <search className="no-print" aria-label={t('cases.unit-filters')}>
      <Flex wrap="wrap" gap="xs" mb="sm" align="end">
        <SearchText
          label={t('cases.unit-search')}
          value={search.search ?? ''}
          onChange={(text) => set({ search: text || undefined })}
          flex={{ base: '1 1 100%', xs: '1 1 12rem' }}
          maw={{ xs: 280 }}
        />
        <NativeSelect
          label={t('cases.state')}
          flex={narrow}
          value={search.state ?? ''}
          onChange={({ currentTarget: { value } }) => set({ state: unitStates.find((one) => one === value) })}
          data={[any, ...unitStates.map((value) => ({ value, label: t(`states.${value}`) }))]}
        />
        <NativeSelect
          label={t('cases.route')}
          flex={narrow}
          value={search.route ?? ''}
          onChange={({ currentTarget: { value } }) =>
            set({ route: value === 'return' || value === 'destroy' ? value : undefined })
          }
          data={[
            any,
            { value: 'return', label: t('states.route-return') },
            { value: 'destroy', label: t('states.route-destroy') },
          ]}
        />
        <Checkbox
          label={t('cases.missing-serial')}
          checked={search.missing ?? false}
          onChange={({ currentTarget }) => set({ missing: currentTarget.checked || undefined })}
          py={8}
        />
      </Flex>
    </search>
  )
}
