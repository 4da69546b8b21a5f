import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../../app/language.tsx'
import { orderQuery } from '../../subjects/order/queries.ts'
import { AnchorLink } from '../../ui/links.tsx'
import { Page } from '../../ui/page.tsx'
import { PartRefused } from '../../ui/part-refused.tsx'
import { Loading } from '../../ui/states.tsx'
import { ChooseOrder } from './choose-order.tsx'
import { ChosenOrder } from './chosen-order.tsx'
import { OpenCase } from './open-case.tsx'

const route = getRouteApi('/shell/cases/new')

/** Opening a case, one question after the other on one page. */
export function NewCase() {
  const t = useText()
  const { order: orderId } = route.useSearch()
  const { data, error, isPending, refetch } = useQuery({
    ...orderQuery(orderId ?? ''),
    enabled: orderId !== undefined,
  })
  const order = orderId === undefined ? undefined : data
  return (
    <Page
      title={t('cases.open-one')}
      subtitle={t('orders.open-lead')}
      above={
        <AnchorLink to="/cases" size="sm">
          {t('cases.title')}
        </AnchorLink>
      }
    >
      <Stack gap="lg" maw={980}>
        {orderId === undefined ? (
          <ChooseOrder />
        ) : (
          <>
            <PartRefused error={error} again={refetch} />
            {isPending && error === null && <Loading />}
            {order !== undefined && <ChosenOrder order={order} />}
            {order !== undefined && order.freeUnits > 0 && <OpenCase key={order.id} order={order} />}
          </>
        )}
      </Stack>
    </Page>
  )
}
