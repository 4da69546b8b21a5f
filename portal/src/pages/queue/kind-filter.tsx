import { Chip, Group } from '@mantine/core'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { type QueueSearch, queueKinds } from '../../subjects/queue/search.ts'
import { useFormat } from '../../ui/format.ts'

/** The server counts no further. */
const MOST_COUNTED = 1000

export function KindFilter({
  counts,
  kind,
  onChange,
}: {
  counts: Schema['Queue']['counts']
  kind: QueueSearch['kind']
  onChange: (kind: QueueSearch['kind']) => void
}) {
  const t = useText()
  const format = useFormat()
  const countOf = new Map(counts.map((one) => [one.kind, one.count]))
  const all = [...countOf.values()].reduce((sum, count) => sum + count, 0)
  const text = (count: number) =>
    t('desk.counted', { count: format.number(count), more: count >= MOST_COUNTED ? 'yes' : 'no' })
  const shown = queueKinds.filter((one) => countOf.has(one))
  return (
    <Chip.Group value={kind ?? 'all'} onChange={(value) => onChange(queueKinds.find((one) => one === value))}>
      <Group gap={6} mb="md" role="radiogroup" aria-label={t('desk.kinds')} className="no-print">
        <Chip value="all" variant="outline">
          {t('desk.kind-all')} {text(all)}
        </Chip>
        {shown.map((one) => (
          <Chip key={one} value={one} variant="outline">
            {t(`desk.kinds-${one}`)} {text(countOf.get(one) ?? 0)}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  )
}
