import { Skeleton, Stack, Text } from '@mantine/core'
import { useMemo } from 'react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useMay, useMe } from '../../app/session.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { useFormat } from '../../ui/format.ts'
import { AnchorLink } from '../../ui/links.tsx'
import { CaseStatus, Due } from '../../ui/status.tsx'
import { DevicesDone } from './devices-done.tsx'

type Case = Schema['Case']

export function CaseTable({ cases, withStatus }: { cases: readonly Case[]; withStatus: boolean }) {
  const t = useText()
  return (
    <DataTable
      caption={t('cases.table')}
      columns={useColumns(withStatus)}
      rows={cases}
      rowKey={({ id }) => id}
    />
  )
}

function useColumns(withStatus: boolean): Column<Case>[] {
  const t = useText()
  const format = useFormat()
  const mayReadOrder = useMay()('read-order')
  const ofOneCustomer = useMe().organisation.kind === 'customer'
  return useMemo(
    () => [
      {
        key: 'id',
        title: t('cases.number'),
        main: true,
        cell: ({ id, status }) => (
          <Stack gap={4} align="start">
            <AnchorLink to="/cases/$caseId" params={{ caseId: id }} className="mono" fw={600}>
              {id}
            </AnchorLink>
            {withStatus && <CaseStatus status={status} />}
          </Stack>
        ),
      },
      ...(ofOneCustomer
        ? []
        : [{ key: 'customer', title: t('cases.customer'), cell: ({ customerName }: Case) => customerName }]),
      {
        key: 'order',
        title: t('cases.order'),
        cell: ({ orderId, orderNumber }) =>
          mayReadOrder ? (
            <AnchorLink
              to="/orders/$orderId"
              params={{ orderId }}
              className="mono"
              style={{ color: 'inherit' }}
            >
              {orderNumber}
            </AnchorLink>
          ) : (
            <span className="mono">{orderNumber}</span>
          ),
      },
      {
        key: 'waiting',
        title: t('cases.waiting'),
        cell: ({ waitingOn }) => (
          <Text size="sm" miw="14rem" maw="30rem" component="span" display="block">
            {waitingOn.sentence}
          </Text>
        ),
      },
      {
        key: 'due',
        title: t('cases.due'),
        cell: ({ due, status }) => (
          <span style={{ whiteSpace: 'nowrap' }}>
            <Due on={due.on} over={status === 'closed'} />
          </span>
        ),
      },
      { key: 'done', title: t('cases.devices-done'), cell: ({ units }) => <DevicesDone units={units} /> },
      {
        key: 'risk',
        title: t('cases.at-risk'),
        number: true,
        cell: ({ credit }) => format.money(credit.atRisk),
      },
    ],
    [t, format, mayReadOrder, ofOneCustomer, withStatus],
  )
}

/** As high as what comes, so that nothing jumps. */
export function CaseTableSkeleton() {
  const t = useText()
  const columns = useColumns(false).map((column) => ({
    ...column,
    cell: () => (
      <Skeleton height={14} my={13} width={column.key === 'waiting' ? '22rem' : '5.5rem'} maw="60vw" />
    ),
  }))
  return (
    <div aria-busy>
      <DataTable
        caption={t('shell.loading')}
        columns={columns}
        rows={[1, 2, 3, 4, 5, 6, 7, 8]}
        rowKey={String}
      />
    </div>
  )
}
