import { Group, Stack, Text } from '@mantine/core'
import { IconClock, IconEye, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useMay, useMe } from '../../app/session.ts'
import { useMayAct } from '../../subjects/order/may-act.ts'
import { More, useCursorPages } from '../../ui/cursor-pages.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { daysUntil, useFormat } from '../../ui/format.ts'
import { AnchorLink, ButtonLink } from '../../ui/links.tsx'
import { Page } from '../../ui/page.tsx'
import { PartRefused } from '../../ui/part-refused.tsx'
import { Empty, Loading } from '../../ui/states.tsx'
import { Due, Sign } from '../../ui/status.tsx'
import { loadPortfolio, mandatesQuery, portfolioKey } from './queries.ts'

type Customer = Schema['PortfolioItem']
type Amount = Exclude<keyof Customer['amounts'][number], 'currency'>

/** Soon enough to ask the customer for a new mandate before the old one ends. */
const MANDATE_ENDS_SOON_DAYS = 60

/** Two links one above the other, and one of them a single digit (WCAG 2.2, 2.5.8). */
const target = { display: 'inline-block', minWidth: 24, minHeight: 24 } as const

export function Portfolio() {
  const t = useText()
  const { organisation } = useMe()
  const pages = useCursorPages(portfolioKey, loadPortfolio)
  const { items, isPending, error, refetch } = pages
  const columns = useColumns()
  const ofPartner = organisation.kind === 'partner'
  return (
    <Page
      title={t(ofPartner ? 'orders.portfolio-title' : 'orders.portfolio-title-all')}
      subtitle={t('orders.portfolio-lead')}
    >
      <PartRefused error={error} again={refetch} />
      {isPending && error === null && <Loading />}
      {items.length > 0 && (
        <DataTable
          caption={t('orders.portfolio-table')}
          columns={columns}
          rows={items}
          rowKey={({ customerId }) => customerId}
        />
      )}
      <More pages={pages} />
      {!isPending && items.length === 0 && error === null && (
        <Empty
          icon={IconUsers}
          title={t(ofPartner ? 'orders.no-customers' : 'orders.all-done')}
          {...(ofPartner && {
            action: (
              <ButtonLink variant="light" to="/mandates">
                {t('shell.mandates')}
              </ButtonLink>
            ),
          })}
        >
          {t(ofPartner ? 'orders.no-customers-help' : 'orders.all-done-help')}
        </Empty>
      )}
    </Page>
  )
}

function useColumns(): Column<Customer>[] {
  const t = useText()
  const format = useFormat()
  const ends = useMandateEnds()
  const { organisation } = useMe()
  const mayAct = useMayAct()
  const amounts = (customer: Customer, part: Amount) => (
    <Stack gap={0} component="span">
      {customer.amounts.map((one) => (
        <Text
          key={one.currency}
          span
          size="sm"
          {...(part === 'overdue' && one.overdue.minor > 0 && { c: 'var(--mantine-color-error)', fw: 600 })}
        >
          {format.money(one[part])}
        </Text>
      ))}
    </Stack>
  )
  return [
    {
      key: 'name',
      title: t('cases.customer'),
      main: true,
      cell: ({ customerId, name, account }) => {
        const until = ends.get(customerId)
        return (
          <Stack gap={4} align="start">
            <AnchorLink to="/owed" search={{ customer: customerId }} fw={600}>
              {name}
            </AnchorLink>
            <Text size="sm" c="dimmed" fw={400} className="mono">
              {account}
            </Text>
            {organisation.kind === 'partner' && !mayAct('list-portfolio', customerId) && (
              <Sign icon={IconEye} color="gray" text={t('orders.read-only')} />
            )}
            {until !== undefined && daysUntil(until.slice(0, 10)) <= MANDATE_ENDS_SOON_DAYS && (
              <Sign
                icon={IconClock}
                color="yellow"
                text={t('orders.mandate-ends', { on: format.dayOf(until) })}
              />
            )}
          </Stack>
        )
      },
    },
    {
      key: 'cases',
      title: t('orders.cases-open'),
      number: true,
      cell: ({ customerId, openCases, overdueCases }) => (
        <Stack gap={0} align="flex-end">
          <AnchorLink to="/cases" search={{ customer: customerId }} inherit style={target}>
            {format.number(openCases)}
          </AnchorLink>
          {overdueCases > 0 && (
            <AnchorLink
              to="/cases"
              search={{ customer: customerId, due: 'overdue' }}
              size="sm"
              c="var(--mantine-color-error)"
              style={target}
            >
              {t('orders.overdue-count', { count: overdueCases })}
            </AnchorLink>
          )}
        </Stack>
      ),
    },
    {
      key: 'units',
      title: t('orders.devices-open'),
      number: true,
      cell: ({ unitsOwed, unitsWithoutCase }) => format.number(unitsOwed + unitsWithoutCase),
    },
    {
      key: 'due',
      title: t('orders.next-due'),
      cell: ({ nextDueOn }) => (
        <span style={{ whiteSpace: 'nowrap' }}>
          {nextDueOn === null ? t('orders.none-due') : <Due on={nextDueOn} />}
        </span>
      ),
    },
    { key: 'risk', title: t('cases.at-risk'), number: true, cell: (one) => amounts(one, 'atRisk') },
    { key: 'overdue', title: t('orders.overdue'), number: true, cell: (one) => amounts(one, 'overdue') },
    {
      key: 'free',
      title: t('orders.without-case'),
      number: true,
      cell: (one) =>
        one.unitsWithoutCase === 0 ? (
          amounts(one, 'withoutCase')
        ) : (
          <AnchorLink
            to="/orders"
            search={{ customer: one.customerId, withoutCase: true }}
            style={{ display: 'inline-block' }}
          >
            {amounts(one, 'withoutCase')}
          </AnchorLink>
        ),
    },
    { key: 'act', title: t('orders.act-for'), cell: (one) => <ActFor customer={one} /> },
  ]
}

function ActFor({ customer: { customerId, name } }: { customer: Customer }) {
  const t = useText()
  const mayAct = useMayAct()
  if (!mayAct('open-case', customerId) && !mayAct('register-order', customerId)) return null
  return (
    <Group gap={6} className="no-print">
      {mayAct('open-case', customerId) && (
        <ButtonLink
          to="/cases/new"
          search={{ customer: customerId }}
          variant="light"
          size="compact-sm"
          aria-label={t('orders.open-case-of', { name })}
        >
          {t('cases.open-one')}
        </ButtonLink>
      )}
      {mayAct('register-order', customerId) && (
        <ButtonLink
          to="/orders/new"
          search={{ customer: customerId }}
          variant="default"
          size="compact-sm"
          aria-label={t('orders.register-of', { name })}
        >
          {t('orders.register')}
        </ButtonLink>
      )}
    </Group>
  )
}

/** Until when this partner may act for each customer; of several valid mandates the longest counts. */
function useMandateEnds(): ReadonlyMap<string, string> {
  const may = useMay()
  const { organisation } = useMe()
  const { data } = useQuery({
    ...mandatesQuery,
    enabled: organisation.kind === 'partner' && may('list-mandates'),
  })
  const ends = new Map<string, string>()
  for (const { customerId, state, validUntil } of data?.items ?? [])
    if (state === 'valid' && validUntil > (ends.get(customerId) ?? '')) ends.set(customerId, validUntil)
  return ends
}
