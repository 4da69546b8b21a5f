import { Alert, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconCircleCheck, IconFileSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { loadOrders } from '../../subjects/order/queries.ts'
import { useFormat } from '../../ui/format.ts'
import { ButtonLink } from '../../ui/links.tsx'
import { PartRefused } from '../../ui/part-refused.tsx'
import { Loading } from '../../ui/states.tsx'

/** Whether the order is there already; its `children`, the form, only when it is not. */
export function FindOrder({
  number,
  lookedFor,
  onNumber,
  onLook,
  children,
}: {
  number: string
  lookedFor: string | null
  onNumber: (number: string) => void
  onLook: () => void
  children: ReactNode
}) {
  const t = useText()
  const found = useQuery({
    queryKey: ['orders', 'by-number', lookedFor],
    queryFn: () => loadOrders({ search: lookedFor ?? '' }, undefined, 50),
    enabled: lookedFor !== null,
    staleTime: 0,
  })
  const order = found.data?.items.find((one) => one.number.toUpperCase() === lookedFor?.toUpperCase())
  return (
    <>
      <Paper withBorder p="md">
        <form
          onSubmit={(event) => {
            event.preventDefault()
            onLook()
          }}
        >
          <Group align="end" gap="sm">
            <TextInput
              label={t('orders.number-of-vendor')}
              description={t('orders.number-help')}
              value={number}
              onChange={({ currentTarget }) => onNumber(currentTarget.value)}
              required
              minLength={2}
              maxLength={60}
              autoComplete="off"
              spellCheck={false}
              flex="1 1 16rem"
              maw={420}
            />
            <Button type="submit" variant={lookedFor === null ? 'filled' : 'default'}>
              {t('orders.look')}
            </Button>
          </Group>
        </form>
      </Paper>
      {lookedFor !== null && (
        <div role="status">
          <PartRefused error={found.error} again={found.refetch} />
          {found.isPending && found.error === null && <Loading />}
          {order !== undefined && <Found order={order} />}
          {found.data !== undefined && order === undefined && (
            <Text>
              <IconFileSearch size={18} aria-hidden style={{ verticalAlign: 'text-bottom' }} />{' '}
              {t('orders.not-there-yet', { number: lookedFor })}
            </Text>
          )}
        </div>
      )}
      {found.data !== undefined && order === undefined && lookedFor !== null && children}
    </>
  )
}

function Found({ order }: { order: Schema['Order'] }) {
  const t = useText()
  const format = useFormat()
  const { id, number, customerName, placedOn, units, freeUnits, credit, cancelledAt } = order
  const key =
    cancelledAt !== null ? 'found-cancelled' : freeUnits > 0 ? 'found-without-case' : 'found-with-case'
  return (
    <Alert icon={<IconCircleCheck aria-hidden />} color="green">
      <Stack gap="xs" align="start">
        <Title order={2}>{t('orders.found', { number })}</Title>
        <Text>
          {t('orders.found-facts', {
            customer: customerName,
            on: format.day(placedOn),
            devices: units,
            credit: format.money(credit),
          })}
        </Text>
        <Text>{t(`orders.${key}`)}</Text>
        <Group gap="xs">
          {order.actions.includes('open-case') && (
            <ButtonLink to="/cases/new" search={{ order: id }}>
              {t('orders.open-case-units', { count: freeUnits })}
            </ButtonLink>
          )}
          <ButtonLink to="/orders/$orderId" params={{ orderId: id }} variant="default">
            {t('orders.see-order')}
          </ButtonLink>
        </Group>
      </Stack>
    </Alert>
  )
}
