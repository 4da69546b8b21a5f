import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/session.ts'
import { caseKey } from '../../subjects/case/queries.ts'
import { Decide } from '../../subjects/charge-back/decide.tsx'
import { Outcome } from '../../subjects/charge-back/outcome.tsx'
import { More, useCursorPages } from '../../ui/cursor-pages.tsx'
import { useFormat } from '../../ui/format.ts'
import { PartRefused } from '../../ui/part-refused.tsx'
import { ProposeChargeBack } from './propose-charge-back.tsx'

/** Between the summary of a case and its parts, where there is one to see, to decide or to propose. */
export function CaseChargeBacks({ view }: { view: Schema['Case'] }) {
  const t = useText()
  const may = useMay()
  const [proposing, setProposing] = useState(false)
  const mayPropose = view.actions.includes('propose-charge-back')
  const some = view.chargeBacks > 0 && may('list-case-charge-backs')
  if (!some && !mayPropose) return null
  return (
    <Paper withBorder p="md" mt="md" component="section" aria-labelledby="charge-backs-title">
      <Stack gap="sm">
        <Group justify="space-between" align="start" gap="sm">
          <div>
            <Title order={2} id="charge-backs-title">
              {t('money.charge-backs')}
            </Title>
            {mayPropose && <Text maw={720}>{t('money.may-propose')}</Text>}
          </div>
          {mayPropose && (
            <Button variant="default" className="no-print" onClick={() => setProposing(true)}>
              {t('money.propose')}
            </Button>
          )}
        </Group>
        {some && <List caseId={view.id} />}
      </Stack>
      {proposing && <ProposeChargeBack onClose={() => setProposing(false)} />}
    </Paper>
  )
}

function List({ caseId }: { caseId: string }) {
  const t = useText()
  const format = useFormat()
  const [deciding, setDeciding] = useState<Schema['ChargeBack'] | null>(null)
  const pages = useCursorPages([...caseKey(caseId), 'charge-backs'], (cursor) =>
    answerOf(api.GET('/cases/{id}/charge-backs', { params: { path: { id: caseId }, query: { cursor } } })),
  )
  return (
    <>
      <PartRefused error={pages.error} again={pages.refetch} />
      {pages.items.map((one) => {
        const { number, amount, rows, proposedBy, proposedAt, reason, actions } = one
        return (
          <Group key={number} justify="space-between" align="start" gap="sm">
            <div>
              <Text fw={500}>
                {t('money.of-case', {
                  amount: format.money(amount),
                  count: rows.length,
                  name: proposedBy.name,
                  at: format.dayOf(proposedAt),
                })}
              </Text>
              <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {reason}
              </Text>
            </div>
            <Stack gap="xs" align="start">
              <Outcome of={one} />
              {actions.includes('decide-charge-back') && (
                <Button size="xs" className="no-print" onClick={() => setDeciding(one)}>
                  {t('money.decide')}
                </Button>
              )}
            </Stack>
          </Group>
        )
      })}
      <More pages={pages} />
      {deciding !== null && <Decide proposal={deciding} onClose={() => setDeciding(null)} />}
    </>
  )
}
