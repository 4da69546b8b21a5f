import { Text } from '@mantine/core'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useFormat } from '../../ui/format.ts'
import classes from './entry.module.css'
import { RawData } from './raw-data.tsx'

export function Entry({ fact }: { fact: Schema['Fact'] }) {
  const t = useText()
  const format = useFormat()
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
        <details className="no-print">
          <Text component="summary" size="sm" c="dimmed" style={{ cursor: 'pointer' }}>
            {t('history.technical', { seq })} <span className="mono">{hash.slice(0, 12)}…</span>
          </Text>
          <Text size="sm" mt={4}>
            {t('history.hash')} <span className={`mono ${classes['hash']}`}>{hash}</span>
          </Text>
          <Text size="sm">
            {t('history.type')} <span className="mono">{type}</span>
          </Text>
          <RawData label={t('history.body', { seq })} data={body} />
        </details>
      </div>
    </li>
  )
}
