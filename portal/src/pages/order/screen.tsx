import { Button, Group, Stack } from '@mantine/core'
import { IconCalculator, IconPrinter } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/session.ts'
import { OrderState } from '../../subjects/order/order-table.tsx'
import { orderQuery } from '../../subjects/order/queries.ts'
import { AnchorLink, ButtonLink } from '../../ui/links.tsx'
import { Page } from '../../ui/page.tsx'
import { BeforeCases } from './before-cases.tsx'
import { CasesOfOrder } from './cases-of-order.tsx'
import { Devices, NewEquipment } from './lines.tsx'
import { OrderHistory } from './order-history.tsx'
import { OrderLedger } from './order-ledger.tsx'
import { OrderSummary } from './summary.tsx'

const route = getRouteApi('/shell/orders/$orderId')

export function Order() {
  const t = useText()
  const may = useMay()
  const { orderId } = route.useParams()
  const { data: order } = useSuspenseQuery(orderQuery(orderId))
  const { number, customerName, partnerName, purchaseOrder, freeUnits, actions } = order
  return (
    <Page
      title={t('orders.order', { number })}
      above={
        <AnchorLink to="/orders" size="sm">
          {t('orders.title')}
        </AnchorLink>
      }
      subtitle={
        <Group gap="0.2rem 0.9rem" fz="sm">
          <span>{customerName}</span>
          {purchaseOrder !== null && <span>{t('cases.purchase-order', { number: purchaseOrder })}</span>}
          {partnerName !== null && <span>{t('cases.by-partner', { name: partnerName })}</span>}
          <OrderState order={order} />
        </Group>
      }
      actions={
        <>
          {actions.includes('open-case') && (
            <ButtonLink to="/cases/new" search={{ order: orderId }}>
              {t('orders.open-case-units', { count: freeUnits })}
            </ButtonLink>
          )}
          {may('calculate-credit') && (
            <ButtonLink
              to="/calculator"
              search={{ order: orderId }}
              variant="default"
              leftSection={<IconCalculator size={16} aria-hidden />}
            >
              {t('orders.calculate')}
            </ButtonLink>
          )}
          <Button
            visibleFrom="sm"
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('cases.print')}
          </Button>
        </>
      }
    >
      <Stack gap="xl">
        <OrderSummary order={order} />
        <BeforeCases order={order} />
        <Devices order={order} />
        {may('list-cases') && <CasesOfOrder order={order} />}
        {order.lines.length > 0 && <NewEquipment order={order} />}
        {may('read-ledger') && <OrderLedger orderId={orderId} />}
        {may('read-order-history') && <OrderHistory orderId={orderId} />}
      </Stack>
    </Page>
  )
}
