import { Group, Stack, Text, Title } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { orderKey } from '../../subjects/order/queries.ts'
import { More } from '../../ui/cursor-pages.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { type Money, useFormat } from '../../ui/format.ts'
import { AnchorLink } from '../../ui/links.tsx'
import { PartRefused } from '../../ui/part-refused.tsx'
import { Loading } from '../../ui/states.tsx'
import { factAnchor } from './order-history.tsx'

type Entry = Schema['LedgerEntry']

/** What happened to the credit of the order, entry by entry. No entry is ever changed, only reversed by its opposite. */
export function OrderLedger({ orderId }: { orderId: string }) {
  const t = useText()
  const ledger = useInfiniteQuery({
    queryKey: [...orderKey(orderId), 'ledger'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/orders/{id}/ledger', {
          params: { path: { id: orderId }, query: { cursor: pageParam, limit: 25 } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const { data, isPending, error, refetch } = ledger
  const entries = data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <section>
      <Title order={2}>{t('orders.ledger')}</Title>
      <Text c="dimmed" mb="xs" maw={720}>
        {t('orders.ledger-help')}
      </Text>
      <PartRefused error={error} again={refetch} />
      {isPending && error === null && <Loading />}
      {data !== undefined &&
        (entries.length === 0 ? (
          <Text>{t('orders.ledger-empty')}</Text>
        ) : (
          <Stack gap="sm">
            <Balances balances={data.pages[0]?.balances ?? []} />
            <Entries entries={entries} />
            <More pages={ledger} />
          </Stack>
        ))}
    </section>
  )
}

function Balances({ balances }: { balances: Schema['Ledger']['balances'] }) {
  const t = useText()
  const format = useFormat()
  return (
    <Group component="dl" gap="0.4rem 2rem" m={0}>
      {balances.map(({ account, balance }) => (
        <div key={`${account} ${balance.currency}`}>
          <Text component="dt" size="sm" c="dimmed">
            {t(`orders.account-${account}`)}
          </Text>
          <Text component="dd" m={0} fw={500} style={{ fontVariantNumeric: 'tabular-nums' }}>
            {format.money(account === 'granted' ? withoutSign(balance) : balance)}
          </Text>
        </div>
      ))}
    </Group>
  )
}

/** What was granted was taken out of this account, so its balance is negative; a person reads how much it was. */
const withoutSign = ({ amount, currency }: Pick<Money, 'amount' | 'currency'>) => ({
  amount: amount.replace('-', ''),
  currency,
})

function Entries({ entries }: { entries: readonly Entry[] }) {
  const t = useText()
  const format = useFormat()
  const columns: Column<Entry>[] = [
    {
      key: 'device',
      title: t('cases.device'),
      main: true,
      cell: ({ row, sku, serial }) => (
        <Stack gap={0}>
          <span>
            {t('orders.row-of', { row })} <span className="mono">{sku}</span>
          </span>
          {serial !== null && (
            <Text span size="sm" c="dimmed" fw={400} className="mono">
              {serial}
            </Text>
          )}
        </Stack>
      ),
    },
    { key: 'at', title: t('orders.booked-on'), cell: ({ at }) => format.dayOf(at) },
    {
      key: 'move',
      title: t('orders.movement'),
      cell: ({ from, to, reversal }) => (
        <Stack gap={0}>
          <Group gap={4} component="span">
            {t(`orders.account-${from}`)}
            <IconArrowRight size={14} aria-label={t('orders.to')} role="img" />
            {t(`orders.account-${to}`)}
          </Group>
          {reversal && (
            <Text span size="sm" c="dimmed">
              {t('orders.reversal')}
            </Text>
          )}
        </Stack>
      ),
    },
    { key: 'amount', title: t('orders.amount'), number: true, cell: ({ amount }) => format.money(amount) },
    { key: 'cause', title: t('orders.cause'), cell: ({ cause }) => <Cause cause={cause} /> },
  ]
  return (
    <DataTable
      caption={t('orders.ledger')}
      columns={columns}
      rows={entries}
      rowKey={({ cause: { stream, seq, line } }) => `${stream} ${seq} ${line}`}
    />
  )
}

/** The fact that booked an entry lies in the history of the order, on this page, or in that of a case. */
function Cause({ cause: { stream, seq } }: { cause: Entry['cause'] }) {
  const t = useText()
  const caseId = stream.startsWith('case:') ? stream.slice('case:'.length) : undefined
  if (caseId !== undefined)
    return (
      <AnchorLink to="/cases/$caseId/history" params={{ caseId }}>
        {t('orders.cause-case', { id: caseId })}
      </AnchorLink>
    )
  return stream.startsWith('order:') ? (
    <a href={`#${factAnchor(seq)}`} style={{ color: 'var(--mantine-color-anchor)' }}>
      {t('orders.cause-order')}
    </a>
  ) : null
}
