import { Group, NativeSelect, Paper, SimpleGrid, Text, TextInput } from '@mantine/core'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/session.ts'
import { CreditConditions } from '../../subjects/order/programme-fields.tsx'
import { useFormat } from '../../ui/format.ts'
import { AnchorLink } from '../../ui/links.tsx'
import type { Basis } from './basis.ts'
import { OrderField } from './order-field.tsx'
import type { CalculatorSearch } from './search.ts'

export function Settings({
  search,
  basis,
  set,
}: {
  search: CalculatorSearch
  basis: Basis
  set: (change: Partial<CalculatorSearch>) => void
}) {
  const t = useText()
  const may = useMay()
  const { order, programme, programmes, choices, currency, on } = basis
  return (
    <Paper withBorder p="md">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md" verticalSpacing="sm">
        {may('list-orders') && (
          <OrderField
            order={order}
            onChange={(id) =>
              set(id === undefined ? { order: id, lines: undefined } : { ...nothing, order: id })
            }
          />
        )}
        {search.order === undefined && (
          <>
            {programmes.length > 1 && (
              <NativeSelect
                label={t('cases.programme')}
                value={programme.id}
                onChange={({ currentTarget: { value } }) =>
                  set({ ...nothing, programme: value || undefined })
                }
                data={[
                  ...(programme.id === '' ? [{ value: '', label: t('orders.choose') }] : []),
                  ...programmes.map((one) => ({ value: one.id, label: one.name })),
                ]}
              />
            )}
            <TextInput
              type="date"
              label={t('orders.placed-on')}
              value={on}
              onChange={({ currentTarget }) => set({ on: currentTarget.value || undefined })}
            />
            {choices !== undefined && (
              <NativeSelect
                label={t('orders.currency')}
                value={currency}
                onChange={({ currentTarget: { value } }) => set({ currency: value })}
                data={choices.currencies}
              />
            )}
            <CreditConditions
              choices={choices}
              newFamily={search.family ?? ''}
              consumption={basis.consumptionKey}
              onChange={({ newFamily, consumption }) =>
                set({
                  ...(newFamily !== undefined && { family: newFamily || undefined }),
                  ...(consumption !== undefined && { consumption: consumption || undefined }),
                })
              }
            />
          </>
        )}
      </SimpleGrid>
      {order !== undefined && <OfOrder basis={basis} />}
    </Paper>
  )
}

const nothing: CalculatorSearch = {
  order: undefined,
  currency: undefined,
  family: undefined,
  consumption: undefined,
  lines: undefined,
}

function OfOrder({ basis: { order, choices } }: { basis: Basis }) {
  const t = useText()
  const format = useFormat()
  if (order === undefined) return null
  return (
    <Group gap="0.2rem 0.9rem" mt="sm" fz="sm">
      <AnchorLink to="/orders/$orderId" params={{ orderId: order.id }} className="mono" inherit>
        {order.number}
      </AnchorLink>
      <span>{order.customerName}</span>
      <span>{t('orders.placed-on-day', { on: format.day(order.placedOn) })}</span>
      <Text span size="sm" c="dimmed">
        {t('orders.under-programme', {
          name: choices?.name ?? order.programme.id,
          version: order.programme.version,
        })}
      </Text>
    </Group>
  )
}
