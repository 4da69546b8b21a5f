import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api, ifMatch, type Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { orderChangedSince, orderKey, touchedByOrders } from '../../subjects/order/queries.ts'
import { Conflict } from '../../ui/conflict.tsx'
import { errorAt, Refused, refusedWith } from '../../ui/refused.tsx'
import { useAction } from '../../ui/use-action.ts'

type Order = Schema['OrderDetail']

/** What the programme desk may change of an order as long as no case was opened on it. */
export function BeforeCases({ order }: { order: Order }) {
  const t = useText()
  const { actions } = order
  const [dialog, setDialog] = useState<'shipment' | 'cancellation' | null>(null)
  const [opened, { open, close }] = useDisclosure(false)
  if (!actions.includes('record-last-shipment') && !actions.includes('cancel-order')) return null
  const show = (which: typeof dialog) => {
    setDialog(which)
    open()
  }
  return (
    <Group gap="xs" className="no-print">
      {actions.includes('record-last-shipment') && (
        <Button variant="default" onClick={() => show('shipment')}>
          {t('orders.record-shipment')}
        </Button>
      )}
      {actions.includes('cancel-order') && (
        <Button variant="default" onClick={() => show('cancellation')}>
          {t('orders.cancel-order')}
        </Button>
      )}
      <Modal
        opened={opened}
        onClose={close}
        title={t(dialog === 'cancellation' ? 'orders.cancel-order' : 'orders.record-shipment')}
        closeButtonProps={{ 'aria-label': t('shell.close') }}
        centered
      >
        {dialog === 'cancellation' ? (
          <Cancellation order={order} onDone={close} />
        ) : (
          <LastShipment order={order} onDone={close} />
        )}
      </Modal>
    </Group>
  )
}

function LastShipment({ order, onDone }: { order: Order; onDone: () => void }) {
  const t = useText()
  const [on, setOn] = useState(order.lastShippedOn ?? '')
  const record = useAction({
    run: (wish: { on: string }, headers) =>
      answerOf(
        api.PUT('/orders/{id}/last-shipment', {
          params: { path: { id: order.id }, header: { ...headers, ...ifMatch(order.version) } },
          body: wish,
        }),
      ),
    invalidates: touchedByOrders,
    done: t('orders.shipment-recorded'),
    onDone,
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        record.mutate({ on })
      }}
    >
      <Stack>
        <Trouble error={record.error} order={order} shown={['/body/on']} onSeen={record.reset} />
        <TextInput
          type="date"
          label={t('orders.last-shipment-day')}
          description={t('orders.last-shipment-help')}
          value={on}
          onChange={({ currentTarget }) => setOn(currentTarget.value)}
          error={errorAt(record.error, '/body/on')}
          required
          data-autofocus
        />
        <Button type="submit" loading={record.isPending}>
          {t('orders.record-shipment')}
        </Button>
      </Stack>
    </form>
  )
}

function Cancellation({ order, onDone }: { order: Order; onDone: () => void }) {
  const t = useText()
  const [reason, setReason] = useState('')
  const cancel = useAction({
    run: (wish: { reason: string }, headers) =>
      answerOf(
        api.POST('/orders/{id}/cancellation', {
          params: { path: { id: order.id }, header: { ...headers, ...ifMatch(order.version) } },
          body: wish,
        }),
      ),
    invalidates: touchedByOrders,
    done: t('orders.order-cancelled', { number: order.number }),
    onDone,
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        cancel.mutate({ reason })
      }}
    >
      <Stack>
        <Text>{t('orders.cancel-order-help', { count: order.units })}</Text>
        <Trouble error={cancel.error} order={order} shown={['/body/reason']} onSeen={cancel.reset} />
        <Textarea
          label={t('cases.reason')}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          error={errorAt(cancel.error, '/body/reason')}
          required
          autosize
          minRows={2}
          data-autofocus
        />
        <Button type="submit" color="red.9" loading={cancel.isPending}>
          {t('orders.cancel-order')}
        </Button>
      </Stack>
    </form>
  )
}

function Trouble({
  error,
  order,
  shown,
  onSeen,
}: {
  error: Error | null
  order: Order
  shown: readonly string[]
  onSeen: () => void
}) {
  if (refusedWith(error, 'version-conflict')) return <OrderConflict order={order} onSeen={onSeen} />
  return <Refused error={error} shown={shown} />
}

/** Somebody changed the order after the version that was looked at: what it was, in the words of its history. */
function OrderConflict({ order, onSeen }: { order: Order; onSeen: () => void }) {
  const queries = useQueryClient()
  const since = useQuery(orderChangedSince(order.id, order.version))
  const seen = async () => {
    await queries.invalidateQueries({ queryKey: orderKey(order.id) })
    onSeen()
  }
  if (since.isError) return <Refused error={since.error} />
  return (
    <Conflict differences={since.data?.map(({ sentence }) => sentence) ?? []} onSeen={() => void seen()} />
  )
}
