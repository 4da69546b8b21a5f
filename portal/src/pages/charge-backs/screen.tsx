import { Button, SegmentedControl, Text } from '@mantine/core'
import { IconCoins } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { Decide } from '../../subjects/charge-back/decide.tsx'
import { Outcome } from '../../subjects/charge-back/outcome.tsx'
import { More, useCursorPages } from '../../ui/cursor-pages.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { useFormat } from '../../ui/format.ts'
import { AnchorLink, ButtonLink } from '../../ui/links.tsx'
import { Page } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'
import { Empty, Loading } from '../../ui/states.tsx'
import { Due } from '../../ui/status.tsx'

type ChargeBack = Schema['ChargeBack']
const route = getRouteApi('/shell/charge-backs')

export function ChargeBacks() {
  const t = useText()
  const format = useFormat()
  const state = route.useSearch().state ?? 'waiting'
  const navigate = route.useNavigate()
  const [deciding, setDeciding] = useState<ChargeBack | null>(null)
  const pages = useCursorPages(['charge-backs', state], (cursor) =>
    answerOf(api.GET('/charge-backs', { params: { query: { state, cursor } } })),
  )
  const columns: readonly Column<ChargeBack>[] = [
    {
      key: 'case',
      title: t('money.case'),
      main: true,
      cell: ({ caseId }) => (
        <AnchorLink to="/cases/$caseId" params={{ caseId }} className="mono">
          {caseId}
        </AnchorLink>
      ),
    },
    { key: 'customer', title: t('money.customer'), cell: ({ customerName }) => customerName },
    {
      key: 'due',
      title: t('money.due'),
      cell: ({ dueOn, state: now }) => <Due on={dueOn} over={now !== 'waiting'} />,
    },
    {
      key: 'devices',
      title: t('money.devices'),
      number: true,
      cell: ({ rows }) => format.number(rows.length),
    },
    {
      key: 'amount',
      title: t('money.amount'),
      number: true,
      cell: ({ amount, state: now, decision }) =>
        format.money(now === 'approved' && decision !== null ? decision.amount : amount),
    },
    { key: 'reason', title: t('money.reason'), cell: ({ reason }) => <Text size="sm">{reason}</Text> },
    {
      key: 'proposed',
      title: t('money.proposed'),
      cell: ({ proposedBy: { name }, proposedAt }) => (
        <div>
          {name}
          <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            {format.dayOf(proposedAt)}
          </Text>
        </div>
      ),
    },
    {
      key: 'decision',
      title: t('money.state'),
      cell: (one) =>
        one.actions.includes('decide-charge-back') ? (
          <Button
            size="xs"
            onClick={() => setDeciding(one)}
            aria-label={t('money.decide-one', { caseId: one.caseId })}
          >
            {t('money.decide')}
          </Button>
        ) : (
          <Outcome of={one} />
        ),
    },
  ]
  return (
    <Page
      title={t('money.charge-backs')}
      subtitle={t('money.charge-backs-lead')}
      actions={
        <ButtonLink to="/cases" search={{ overdue: true }} variant="default">
          {t('money.overdue')}
        </ButtonLink>
      }
    >
      <SegmentedControl
        mb="md"
        className="no-print"
        aria-label={t('money.state')}
        value={state}
        data={[
          { value: 'waiting', label: t('money.waiting') },
          { value: 'decided', label: t('money.decided') },
        ]}
        onChange={(next) => void navigate({ search: { state: next === 'decided' ? 'decided' : undefined } })}
      />
      <Refused error={pages.error} />
      {pages.isPending ? (
        <Loading />
      ) : pages.items.length === 0 && pages.error === null ? (
        <Empty
          icon={IconCoins}
          title={t(state === 'waiting' ? 'money.nothing-waiting' : 'money.nothing-decided')}
        >
          {state === 'waiting' && t('money.nothing-waiting-help')}
        </Empty>
      ) : (
        <DataTable
          caption={t('money.charge-backs')}
          columns={columns}
          rows={pages.items}
          rowKey={({ caseId, number }) => `${caseId} ${number}`}
        />
      )}
      <More pages={pages} />
      {deciding !== null && <Decide proposal={deciding} onClose={() => setDeciding(null)} />}
    </Page>
  )
}
