import { Stack } from '@mantine/core'
import { IconCircleCheck, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../../app/language.tsx'
import { useMay, useMe } from '../../app/session.ts'
import { CustomerFilter } from '../../subjects/case/customer-filter.tsx'
import { ButtonLink } from '../../ui/links.tsx'
import { Page } from '../../ui/page.tsx'
import { PartRefused } from '../../ui/part-refused.tsx'
import { Empty, Loading } from '../../ui/states.tsx'
import { ByMonth } from './by-month.tsx'
import { DoFirst } from './do-first.tsx'
import { owedQuery } from './queries.ts'
import { OwedSums } from './sums.tsx'
import { WithoutCase } from './without-case.tsx'

const route = getRouteApi('/shell/owed')

/** The start page of everybody who owes devices: how much, until when, and what to do first. */
export function Owed() {
  const t = useText()
  const may = useMay()
  const { organisation, customers } = useMe()
  const { customer } = route.useSearch()
  const navigate = route.useNavigate()
  const owed = useQuery(owedQuery(customer))
  const name = customers.find(({ id }) => id === customer)?.name
  return (
    <Page
      title={
        name !== undefined
          ? t('orders.owed-title-of', { name })
          : t(organisation.kind === 'customer' ? 'orders.owed-title' : 'orders.owed-title-all')
      }
      actions={
        may('register-order') && (
          <ButtonLink
            to="/orders/new"
            search={customer === undefined ? {} : { customer }}
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
          >
            {t('orders.register')}
          </ButtonLink>
        )
      }
    >
      <Stack gap="lg">
        {organisation.kind !== 'customer' && (
          <search className="no-print" style={{ maxWidth: '24rem' }}>
            <CustomerFilter
              value={customer}
              onChange={(id) => void navigate({ search: { customer: id }, replace: true })}
            />
          </search>
        )}
        <PartRefused error={owed.error} again={owed.refetch} />
        {owed.isPending && owed.error === null && <Loading />}
        {owed.data !== undefined &&
          (owed.data.cases.open === 0 && owed.data.ordersWithoutCase === 0 ? (
            <NothingOwed everOwed={owed.data.totals.length > 0} />
          ) : (
            <>
              <OwedSums owed={owed.data} customer={customer} />
              <DoFirst customer={customer} anyOpen={owed.data.cases.open > 0} />
              {owed.data.ordersWithoutCase > 0 && (
                <WithoutCase customer={customer} count={owed.data.ordersWithoutCase} />
              )}
              {owed.data.months.length > 0 && <ByMonth months={owed.data.months} customer={customer} />}
            </>
          ))}
      </Stack>
    </Page>
  )
}

function NothingOwed({ everOwed }: { everOwed: boolean }) {
  const t = useText()
  const may = useMay()
  return (
    <Empty
      icon={IconCircleCheck}
      title={t(everOwed ? 'orders.all-done' : 'orders.nothing-yet')}
      action={
        everOwed ? (
          <ButtonLink variant="default" to="/cases" search={{ status: 'closed' }}>
            {t('cases.see-closed')}
          </ButtonLink>
        ) : (
          may('register-order') && (
            <ButtonLink variant="light" to="/orders/new">
              {t('orders.register')}
            </ButtonLink>
          )
        )
      }
    >
      {t(everOwed ? 'orders.all-done-help' : 'orders.nothing-yet-help')}
    </Empty>
  )
}
