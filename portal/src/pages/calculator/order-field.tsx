import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { loadOrders, ordersKey } from '../../subjects/order/queries.ts'

/** One of the orders there are, by the beginning of its number; without one the devices are chosen freely. */
export function OrderField({
  order,
  onChange,
}: {
  order: Schema['OrderDetail'] | undefined
  onChange: (id: string | undefined) => void
}) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 250)
  const chosen = order && labelOf(order)
  // What Mantine writes into the field for the chosen order is no search.
  const wish = search === '' || search === chosen ? {} : { search }
  const { data } = useQuery({
    queryKey: [...ordersKey(wish), 'choices'],
    queryFn: () => loadOrders(wish, undefined, 20),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
  const choices = new Map([...(order ? [order] : []), ...(data?.items ?? [])].map((one) => [one.id, one]))
  return (
    <Select
      label={t('orders.calculate-order')}
      placeholder={t('orders.calculate-freely')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('shell.remove') }}
      value={order?.id ?? null}
      onChange={(id) => onChange(id ?? undefined)}
      onSearchChange={setTyped}
      data={[...choices.values()].map((one) => ({ value: one.id, label: labelOf(one) }))}
      nothingFoundMessage={t('orders.none-found')}
      filter={({ options }) => options}
    />
  )
}

const labelOf = ({ number, customerName }: Pick<Schema['Order'], 'number' | 'customerName'>): string =>
  `${number} (${customerName})`
