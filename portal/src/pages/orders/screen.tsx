import { Button, Flex, NativeSelect, Text } from '@mantine/core'
import { IconFileText, IconFilterOff, IconPlus } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../../app/language.tsx'
import { useMay, useMe } from '../../app/session.ts'
import { CustomerFilter } from '../../subjects/case/customer-filter.tsx'
import { ProgrammeFilter } from '../../subjects/case/programme-filter.tsx'
import { OrderTable } from '../../subjects/order/order-table.tsx'
import { loadOrders, ordersKey } from '../../subjects/order/queries.ts'
import type { OrderSearch } from '../../subjects/order/search.ts'
import { More, useCursorPages } from '../../ui/cursor-pages.tsx'
import { ButtonLink } from '../../ui/links.tsx'
import { Page } from '../../ui/page.tsx'
import { PartRefused } from '../../ui/part-refused.tsx'
import { SearchText } from '../../ui/search-text.tsx'
import { Empty, Loading } from '../../ui/states.tsx'

const route = getRouteApi('/shell/orders')

export function Orders() {
  const t = useText()
  const may = useMay()
  const search = route.useSearch()
  const pages = useCursorPages(ordersKey(search), (cursor) => loadOrders(search, cursor))
  const { items, isPending, isPlaceholderData, error, refetch } = pages
  const filtered = Object.values(search).some((value) => value !== undefined)
  return (
    <Page
      title={t('orders.title')}
      actions={
        may('register-order') && (
          <ButtonLink
            to="/orders/new"
            search={search.customer === undefined ? {} : { customer: search.customer }}
            leftSection={<IconPlus size={16} aria-hidden />}
          >
            {t('orders.register')}
          </ButtonLink>
        )
      }
    >
      <OrderFilters search={search} filtered={filtered} />
      <Text size="sm" c="dimmed" role="status" mb={6} mih="1.4em">
        {!isPending && t(pages.hasNextPage ? 'orders.shown-more' : 'orders.shown', { count: items.length })}
      </Text>
      <PartRefused error={error} again={refetch} />
      {isPending && error === null && <Loading />}
      {items.length > 0 && (
        <div aria-busy={isPlaceholderData} style={isPlaceholderData ? { opacity: 0.6 } : undefined}>
          <OrderTable orders={items} caption={t('orders.table')} />
          <More pages={pages} />
        </div>
      )}
      {!isPending && items.length === 0 && error === null && (
        <NoOrders filtered={filtered} withoutCase={search.withoutCase === true} />
      )}
    </Page>
  )
}

function OrderFilters({ search, filtered }: { search: OrderSearch; filtered: boolean }) {
  const t = useText()
  const { organisation } = useMe()
  const navigate = route.useNavigate()
  const set = (change: Partial<OrderSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  return (
    <search className="no-print" aria-label={t('orders.filters')}>
      <Flex wrap="wrap" gap="xs" mb="md" align={{ xs: 'end' }} direction={{ base: 'column', xs: 'row' }}>
        <SearchText
          label={t('orders.search')}
          value={search.search ?? ''}
          onChange={(text) => set({ search: text || undefined })}
          flex={{ xs: '1 1 14rem' }}
          maw={{ xs: 340 }}
        />
        <NativeSelect
          label={t('orders.devices')}
          value={search.withoutCase ? 'free' : ''}
          onChange={({ currentTarget: { value } }) =>
            set({ withoutCase: value === 'free' ? true : undefined })
          }
          data={[
            { value: '', label: t('orders.all') },
            { value: 'free', label: t('orders.without-case') },
          ]}
        />
        <ProgrammeFilter value={search.programme} onChange={(programme) => set({ programme })} />
        {organisation.kind !== 'customer' && (
          <CustomerFilter value={search.customer} onChange={(customer) => set({ customer })} />
        )}
        {filtered && (
          <Button
            variant="subtle"
            px="xs"
            leftSection={<IconFilterOff size={16} aria-hidden />}
            onClick={() => void navigate({ search: {}, replace: true })}
          >
            {t('cases.reset')}
          </Button>
        )}
      </Flex>
    </search>
  )
}

function NoOrders({ filtered, withoutCase }: { filtered: boolean; withoutCase: boolean }) {
  const t = useText()
  const may = useMay()
  const key = withoutCase ? 'all-have-cases' : filtered ? 'none-found' : 'none'
  return (
    <Empty
      icon={IconFileText}
      title={t(`orders.${key}`)}
      action={
        filtered ? (
          <ButtonLink variant="default" to="/orders" search={{}}>
            {t('cases.reset')}
          </ButtonLink>
        ) : (
          may('register-order') && (
            <ButtonLink variant="light" to="/orders/new">
              {t('orders.register')}
            </ButtonLink>
          )
        )
      }
    >
      {t(`orders.${key}-help`)}
    </Empty>
  )
}
