import { Stack } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../../app/language.tsx'
import { useMe } from '../../app/session.ts'
import { AnchorLink } from '../../ui/links.tsx'
import { Page } from '../../ui/page.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { emptyOrder, type OrderDraft } from './draft.ts'
import { FindOrder } from './find-order.tsx'
import { OrderForm } from './order-form.tsx'

const route = getRouteApi('/shell/orders/new')

/** First the number alone: most orders are registered by the vendor already, and need only a case. */
export function NewOrder() {
  const t = useText()
  const { personId } = useMe()
  const { customer } = route.useSearch()
  const [draft, setDraft, forget] = useDraft<OrderDraft>(`order:${personId}`, emptyOrder)
  const set = (change: Partial<OrderDraft>) => setDraft((before) => ({ ...before, ...change }))
  const looked = draft.lookedFor !== null && draft.lookedFor === draft.number.trim()
  return (
    <Page
      title={t('orders.register')}
      subtitle={t('orders.register-lead')}
      above={
        <AnchorLink to="/orders" size="sm">
          {t('orders.title')}
        </AnchorLink>
      }
    >
      <Stack gap="lg" maw={980}>
        <FindOrder
          number={draft.number}
          lookedFor={looked ? draft.lookedFor : null}
          onNumber={(number) => set({ number })}
          onLook={() => set({ lookedFor: draft.number.trim() })}
        >
          <OrderForm draft={draft} set={set} customerInAddress={customer} forget={forget} />
        </FindOrder>
      </Stack>
    </Page>
  )
}
