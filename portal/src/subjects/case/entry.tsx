import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useFormat } from '../../ui/format.ts'
import { PartRefused } from '../../ui/part-refused.tsx'
import { Loading } from '../../ui/states.tsx'
import classes from './entry.module.css'
import { RawData } from './raw-data.tsx'

type Fact = Schema['Fact']

export function Entry({
  fact,
  loadWhole,
}: {
  fact: Fact
  /** A list leaves a large body out; this reads it when somebody wants to see it. */
  loadWhole?: (seq: number) => Promise<Fact>
}) {
  const t = useText()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const { seq, at, sentence, byName, byOrganisation, type, body, hash } = fact
  return (
    <li className={classes['entry']}>
      <Text size="sm" c="dimmed" className={classes['when']}>
        <time dateTime={at}>{format.instant(at)}</time>
      </Text>
      <div className={classes['what']}>
        <Text style={{ overflowWrap: 'anywhere' }}>{sentence}</Text>
        <Text size="sm" c="dimmed">
          {t('history.by', { name: byName ?? 'none', organisation: byOrganisation ?? 'none' })}
        </Text>
        <details className="no-print" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <Text component="summary" size="sm" c="dimmed" style={{ cursor: 'pointer' }}>
            {t('history.technical', { seq })} <span className="mono">{hash.slice(0, 12)}…</span>
          </Text>
          <Text size="sm" mt={4}>
            {t('history.hash')} <span className={`mono ${classes['hash']}`}>{hash}</span>
          </Text>
          <Text size="sm">
            {t('history.type')} <span className="mono">{type}</span>
          </Text>
          {body !== null ? (
            <RawData label={t('history.body', { seq })} data={body} />
          ) : (
            open && loadWhole !== undefined && <WholeBody fact={fact} loadWhole={loadWhole} />
          )}
        </details>
      </div>
    </li>
  )
}

function WholeBody({
  fact: { seq, hash },
  loadWhole,
}: {
  fact: Fact
  loadWhole: (seq: number) => Promise<Fact>
}) {
  const t = useText()
  // What happened never changes, and its hash names it.
  const { data, error, refetch } = useQuery({
    queryKey: ['history-entry', hash],
    queryFn: () => loadWhole(seq),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (data !== undefined) return <RawData label={t('history.body', { seq })} data={data.body} />
  return error === null ? <Loading /> : <PartRefused error={error} again={refetch} />
}
