import { Text } from '@mantine/core'
import { useText } from '../../app/language.tsx'
import classes from './difference.module.css'
import { linesOf } from './lines-of.ts'

/** What is longer is folded away behind its first line. */
const SHORT_LINES = 4
const SHORT_SIGNS = 240

/** A piece of the rules as its file has it. */
export function Value({ of: value }: { of: unknown }) {
  const t = useText()
  if (typeof value === 'boolean')
    return <Text size="sm">{t(value ? 'programmes.yes' : 'programmes.no')}</Text>
  if (value === null || value === undefined) return <Text size="sm">{t('programmes.nothing')}</Text>
  const lines = linesOf(value)
  const text = lines.join('\n')
  if (lines.length <= SHORT_LINES && text.length <= SHORT_SIGNS)
    return <pre className={classes['lines']}>{text}</pre>
  return (
    <details>
      <summary className={classes['fold']}>
        {t('programmes.lines', { count: lines.length, first: (lines[0] ?? '').slice(0, 80) })}
      </summary>
      <pre className={classes['lines']}>{text}</pre>
    </details>
  )
}
