import { Button, Flex, Group, NativeSelect, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFilter, IconFilterOff } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../../app/language.tsx'
import { useMe } from '../../app/session.ts'
import { CustomerFilter } from '../../subjects/case/customer-filter.tsx'
import { ProgrammeFilter } from '../../subjects/case/programme-filter.tsx'
import { SearchText } from '../../ui/search-text.tsx'
import { type CaseSearch, dueWindows, waitingParties } from './search.ts'

const route = getRouteApi('/shell/cases')

/** All of them in one row where the page is 1000 px wide. */
const shared = { flex: { xs: '1 1 7.5rem' }, maw: { xs: 190 } }

/** What is chosen stands in the address at once, so that the list can be sent to a colleague as it is. */
export function CaseFilters({ search }: { search: CaseSearch }) {
  const t = useText()
  const { organisation } = useMe()
  const navigate = route.useNavigate()
  const [opened, { toggle }] = useDisclosure(false)
  const set = (change: Partial<CaseSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  const count = Object.entries(search).filter(
    ([name, value]) => value !== undefined && name !== 'search' && name !== 'sort',
  ).length
  const reset = () => void navigate({ search: {}, replace: true })
  const due = search.due ?? (search.overdue ? 'overdue' : search.dueFrom || search.dueTo ? 'days' : undefined)
  const any = { value: '', label: t('cases.any') }
  return (
    <search className="no-print" aria-label={t('cases.filters')}>
      <Group gap="xs" mb="xs" align="end">
        <SearchText
          aria-label={t('cases.search')}
          placeholder={t('cases.search')}
          value={search.search ?? ''}
          onChange={(text) => set({ search: text || undefined })}
          flex="1 1 14rem"
          maw={360}
        />
        <NativeSelect
          aria-label={t('cases.sort')}
          value={search.sort ?? (search.status === undefined ? 'due' : 'newest')}
          onChange={({ currentTarget: { value } }) =>
            set({ sort: value === 'newest' || value === 'exposure' ? value : undefined })
          }
          disabled={search.status !== undefined}
          data={[
            { value: 'due', label: t('cases.sort-due') },
            { value: 'exposure', label: t('cases.sort-exposure') },
            { value: 'newest', label: t('cases.sort-newest') },
          ]}
        />
        <Button
          hiddenFrom="sm"
          variant="default"
          leftSection={<IconFilter size={16} aria-hidden />}
          onClick={toggle}
          aria-expanded={opened}
        >
          {t('cases.filters-count', { count })}
        </Button>
        {(count > 0 || search.search !== undefined) && (
          <Button
            variant="subtle"
            px="xs"
            leftSection={<IconFilterOff size={16} aria-hidden />}
            onClick={reset}
          >
            {t('cases.reset')}
          </Button>
        )}
      </Group>
      <Flex
        wrap="wrap"
        gap="xs"
        mb="md"
        direction={{ base: 'column', xs: 'row' }}
        {...(!opened && { visibleFrom: 'sm' })}
      >
        <NativeSelect
          label={t('cases.status')}
          {...shared}
          value={search.status ?? 'open'}
          onChange={({ currentTarget: { value } }) =>
            set({ status: value === 'closed' || value === 'all' ? value : undefined, sort: undefined })
          }
          data={[
            { value: 'open', label: t('cases.status-open') },
            { value: 'closed', label: t('cases.status-closed') },
            { value: 'all', label: t('cases.status-all') },
          ]}
        />
        <NativeSelect
          label={t('cases.waiting-for')}
          {...shared}
          value={search.waitingOn ?? ''}
          onChange={({ currentTarget: { value } }) =>
            set({ waitingOn: waitingParties.find((one) => one === value), because: undefined })
          }
          data={[any, ...waitingParties.map((value) => ({ value, label: t(`cases.party-${value}`) }))]}
        />
        <NativeSelect
          label={t('cases.due')}
          {...shared}
          value={due ?? ''}
          onChange={({ currentTarget: { value } }) =>
            set({
              due: dueWindows.find((one) => one === value),
              overdue: undefined,
              dueFrom: undefined,
              dueTo: undefined,
            })
          }
          data={[any, ...dueWindows.map((value) => ({ value, label: t(`cases.due-${value}`) }))]}
        />
        {due === 'days' && (
          <>
            <DayField
              label={t('cases.due-from')}
              value={search.dueFrom}
              onChange={(dueFrom) => set({ due, dueFrom })}
            />
            <DayField
              label={t('cases.due-to')}
              value={search.dueTo}
              onChange={(dueTo) => set({ due, dueTo })}
            />
          </>
        )}
        <NativeSelect
          label={t('cases.route')}
          {...shared}
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
        <ProgrammeFilter value={search.programme} onChange={(programme) => set({ programme })} />
        {organisation.kind !== 'customer' && (
          <CustomerFilter value={search.customer} onChange={(customer) => set({ customer })} />
        )}
      </Flex>
    </search>
  )
}

function DayField({
  label,
  value,
  onChange,
}: {
  label: string
  value: string | undefined
  onChange: (day: string | undefined) => void
}) {
  return (
    <TextInput
      type="date"
      label={label}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
      w={{ base: '100%', xs: 150 }}
    />
  )
}
