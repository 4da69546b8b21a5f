import { Button, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import classes from './form-review.module.css'

const MOST_AT_ONCE = 50

/** What applying the form would change, or did, in the narrow room beside the sheet. */
export function ChangeList({ form: { diff, appliedAt } }: { form: Schema['Form'] }) {
  const t = useText()
  const [most, setMost] = useState(MOST_AT_ONCE)
  if (diff.length === 0) return null
  const value = (text: string | null) => text ?? t('desk.nothing')
  return (
    <section>
      <Title order={2} size="h3" mb={4}>
        {t(appliedAt === null ? 'desk.changes' : 'desk.changes-applied', { count: diff.length })}
      </Title>
      <div>
        {diff.slice(0, most).map(({ row, sku, field, fieldLabel, fromText, toText }) => (
          <div key={`${row} ${field}`} className={classes['change']}>
            {t('desk.device-row', { row })} <span className="mono">{sku}</span>
            <br />
            {t('desk.change', { field: fieldLabel, from: value(fromText) })}{' '}
            <Text span inherit fw={600}>
              {value(toText)}
            </Text>
          </div>
        ))}
      </div>
      {most < diff.length && (
        <Button variant="default" size="xs" mt="xs" onClick={() => setMost(most + 400)}>
          {t('shell.more')}
        </Button>
      )}
    </section>
  )
}
