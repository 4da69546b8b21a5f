import { Button, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconCheck, IconCircleX, IconClock, IconCoins } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useMe } from '../../app/session.ts'
import { More, useCursorPages } from '../../ui/cursor-pages.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { useFormat } from '../../ui/format.ts'
import { AnchorLink, ButtonLink } from '../../ui/links.tsx'
import { Page } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'
import { Empty, Loading } from '../../ui/states.tsx'
import { Due, Sign } from '../../ui/status.tsx'
import { Decide } from './decide.tsx'

type ChargeBack = Schema['ChargeBack']
const route = getRouteApi('/shell/charge-backs')
const signs = {
  waiting: { icon: IconClock, color: 'yellow' },
  approved: { icon: IconCheck, color: 'red' },
  'turned-down': { icon: IconCircleX, color: 'gray' },
} as const

export function ChargeBacks() {
  const t = useText()
  const format = useFormat()
  const me = useMe()
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
    { key: 'due', title: t('money.due'), cell: ({ dueOn }) => <Due on={dueOn} /> },
    {
      key: 'devices',
      title: t('money.devices'),
      number: true,
      cell: ({ rows }) => format.number(rows.length),
    },
    { key: 'amount', title: t('money.amount'), number: true, cell: ({ amount }) => format.money(amount) },
    { key: 'reason', title: t('money.reason'), cell: ({ reason }) => <Text size="sm">{reason}</Text> },
    {
      key: 'proposed',
      title: t('money.proposed'),
      cell: ({ proposedBy: { name }, proposedAt }) =>
        t('money.proposed-at', { name, at: format.dayOf(proposedAt) }),
    },
    {
      key: 'decision',
      title: t('money.state'),
      cell: (one) => (
        <Decision proposal={one} mine={one.proposedBy.id === me.personId} decide={setDeciding} />
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

function Decision({
  proposal,
  mine,
  decide,
}: {
  proposal: ChargeBack
  mine: boolean
  decide: (proposal: ChargeBack) => void
}) {
  const t = useText()
  const format = useFormat()
  if (proposal.actions.includes('decide-charge-back'))
    return (
      <Button size="xs" onClick={() => decide(proposal)}>
        {t('money.decide')}
      </Button>
    )
  const { decision, state } = proposal
  return (
    <Stack gap={2} align="start">
      <Sign {...signs[state]} text={t(`money.state-of-${state}`)} />
      {mine && state === 'waiting' && <Text size="xs">{t('money.not-yours')}</Text>}
      {decision !== null && (
        <Text size="xs" c="dimmed">
          {t('money.proposed-at', { name: decision.by.name, at: format.dayOf(decision.at) })}
        </Text>
      )}
      {decision !== null && decision.note !== '' && <Text size="xs">{decision.note}</Text>}
      {decision !== null && decision.leftOut.length > 0 && (
        <Text size="xs">{t('money.left-out', { count: decision.leftOut.length })}</Text>
      )}
    </Stack>
  )
}
