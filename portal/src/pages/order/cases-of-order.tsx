import { Text, Title } from '@mantine/core'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { CaseTable } from '../../subjects/case/case-table.tsx'
import { orderKey } from '../../subjects/order/queries.ts'
import { More, useCursorPages } from '../../ui/cursor-pages.tsx'
import { PartRefused } from '../../ui/part-refused.tsx'
import { Loading } from '../../ui/states.tsx'

export function CasesOfOrder({ order: { id, freeUnits } }: { order: Schema['OrderDetail'] }) {
  const t = useText()
  const pages = useCursorPages([...orderKey(id), 'cases'], (cursor) =>
    answerOf(api.GET('/cases', { params: { query: { order: id, cursor, limit: 50 } } })),
  )
  const { items, isPending, error, refetch } = pages
  return (
    <section>
      <Title order={2} mb="xs">
        {t('orders.cases')}
      </Title>
      <PartRefused error={error} again={refetch} />
      {isPending && error === null && <Loading />}
      {items.length > 0 && <CaseTable cases={items} withStatus />}
      <More pages={pages} />
      {!isPending && items.length === 0 && error === null && (
        <Text>{t(freeUnits > 0 ? 'orders.no-case-help' : 'orders.no-case')}</Text>
      )}
    </section>
  )
}
