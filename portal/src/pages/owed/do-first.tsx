import { Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useMe } from '../../app/session.ts'
import { nextSteps } from '../../subjects/case/next-step.ts'
import { useFormat } from '../../ui/format.ts'
import { AnchorLink, ButtonLink } from '../../ui/links.tsx'
import { PartRefused } from '../../ui/part-refused.tsx'
import { Loading } from '../../ui/states.tsx'
import { Due } from '../../ui/status.tsx'
import classes from './do-first.module.css'
import { urgentQuery } from './queries.ts'

/** The most urgent cases in which it is the customer's turn, each with the one thing to do about it. */
export function DoFirst({ customer, anyOpen }: { customer: string | undefined; anyOpen: boolean }) {
  const t = useText()
  const { data, error, isPending, refetch } = useQuery(urgentQuery(customer))
  if (!anyOpen) return null
  return (
    <section aria-labelledby="do-first">
      <Group justify="space-between" align="baseline" mb="xs">
        <Title order={2} id="do-first">
          {t('orders.do-first')}
        </Title>
        {data !== undefined && data.next !== null && (
          <AnchorLink to="/cases" search={{ customer, waitingOn: 'customer' }}>
            {t('orders.all-waiting')}
          </AnchorLink>
        )}
      </Group>
      <PartRefused error={error} again={refetch} />
      {isPending && error === null && <Loading />}
      {data?.items.length === 0 && <Text>{t('orders.others-turn')}</Text>}
      {data !== undefined && data.items.length > 0 && (
        <Paper withBorder component="ol" className={classes['list'] ?? ''}>
          {data.items.map((one) => (
            <Urgent key={one.id} view={one} />
          ))}
        </Paper>
      )}
    </section>
  )
}

function Urgent({ view }: { view: Schema['Case'] }) {
  const t = useText()
  const format = useFormat()
  const { organisation } = useMe()
  const { id, customerName, due, credit, waitingOn } = view
  const [step] = nextSteps(view)
  return (
    <li className={classes['item']}>
      <Stack gap={2} className={classes['what']}>
        <Text fw={600} lh={1.35}>
          {waitingOn.sentence}
        </Text>
        <Group gap="0.1rem 0.9rem" fz="sm">
          <AnchorLink to="/cases/$caseId" params={{ caseId: id }} className="mono" inherit>
            {id}
          </AnchorLink>
          {organisation.kind !== 'customer' && <span>{customerName}</span>}
          <Due on={due.on} />
          <span>{t('orders.risk-of', { amount: format.money(credit.atRisk) })}</span>
        </Group>
      </Stack>
      {step === undefined ? (
        <ButtonLink
          to="/cases/$caseId"
          params={{ caseId: id }}
          variant="default"
          className="no-print"
          aria-label={t('orders.see-case-of', { id })}
        >
          {t('orders.see-case')}
        </ButtonLink>
      ) : (
        <ButtonLink
          to={step.to}
          params={{ caseId: id }}
          search={step.search ?? {}}
          variant="light"
          className="no-print"
          aria-label={t('orders.step-of', { step: t(step.text), id })}
        >
          {t(step.text)}
        </ButtonLink>
      )}
    </li>
  )
}
