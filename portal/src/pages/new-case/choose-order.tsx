import { Flex, Text, Title } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../../app/language.tsx'
import { useMay, useMe } from '../../app/session.ts'
import { CustomerFilter } from '../../subjects/case/customer-filter.tsx'
import { OrderTable } from '../../subjects/order/order-table.tsx'
import { loadOrders, ordersKey } from '../../subjects/order/queries.ts'
import { More, useCursorPages } from '../../ui/cursor-pages.tsx'
import { ButtonLink } from '../../ui/links.tsx'
import { PartRefused } from '../../ui/part-refused.tsx'
import { SearchText } from '../../ui/search-text.tsx'
import { Empty, Loading } from '../../ui/states.tsx'
import type { NewCaseSearch } from './route.ts'

const route = getRouteApi('/shell/cases/new')

/** Only orders that have devices left; whoever does not find theirs may have to register it first. */
export function ChooseOrder() {
  const t = useText()
  const may = useMay()
  const { organisation } = useMe()
  const { customer, search } = route.useSearch()
  const navigate = route.useNavigate()
  const set = (change: NewCaseSearch) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  const wish = { customer, search, withoutCase: true as const }
  const pages = useCursorPages(ordersKey(wish), (cursor) => loadOrders(wish, cursor))
  const { items, isPending, error, refetch } = pages
  const register = may('register-order') && (
    <ButtonLink
      variant="default"
      to="/orders/new"
      search={customer === undefined ? {} : { customer }}
      style={{ alignSelf: 'center' }}
    >
      {t('orders.register')}
    </ButtonLink>
  )
  return (
    <section aria-labelledby="which-order">
      <Title order={2} id="which-order" mb="xs">
        {t('orders.which-order')}
      </Title>
      <Flex gap="xs" mb="md" wrap="wrap" align={{ xs: 'end' }} direction={{ base: 'column', xs: 'row' }}>
        <SearchText
          label={t('orders.search')}
          value={search ?? ''}
          onChange={(text) => set({ search: text || undefined })}
          flex={{ xs: '1 1 14rem' }}
          maw={{ xs: 340 }}
        />
        {organisation.kind !== 'customer' && (
          <CustomerFilter value={customer} onChange={(id) => set({ customer: id })} />
        )}
      </Flex>
      <PartRefused error={error} again={refetch} />
      {isPending && error === null && <Loading />}
      {items.length > 0 && (
        <>
          <OrderTable orders={items} caption={t('orders.which-order')} />
          <More pages={pages} />
          <Text mt="md" c="dimmed">
            {t('orders.not-among-them')}
          </Text>
          <div style={{ marginTop: '0.5rem' }}>{register}</div>
        </>
      )}
      {!isPending && items.length === 0 && error === null && (
        <Empty
          icon={IconFileText}
          title={t(search === undefined ? 'orders.all-have-cases' : 'orders.none-found')}
          action={register}
        >
          {t('orders.register-first')}
        </Empty>
      )}
    </section>
  )
}
