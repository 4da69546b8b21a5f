import { Paper, Stack, Text, Title } from '@mantine/core'
import { IconArrowsUpDown, IconMinus, IconPencil, IconPlus } from '@tabler/icons-react'
import { useText } from '../../app/language.tsx'
import { Sign } from '../../ui/status.tsx'
import classes from './difference.module.css'
import type { Change } from './queries.ts'
import { Value } from './value.tsx'

/** In what one version differs from another, part by part of the rules, in the order of the rules. */
export function Difference({
  title,
  total,
  entries,
}: {
  title: string
  total: number
  entries: readonly Change[]
}) {
  const t = useText()
  const parts = new Map<string, Change[]>()
  for (const entry of entries) parts.set(entry.label, [...(parts.get(entry.label) ?? []), entry])
  return (
    <section aria-label={title}>
      <Title order={3}>{title}</Title>
      <Text size="sm" c="dimmed" mb="sm" role="status">
        {total === 0
          ? t('programmes.no-difference')
          : entries.length < total
            ? t('programmes.first-changes', { shown: entries.length, total })
            : t('programmes.changes', { count: total })}
      </Text>
      <Stack gap="sm">
        {[...parts].map(([label, changes]) => (
          <Paper key={label} withBorder component="section" className={classes['part'] ?? ''}>
            <Title order={4} className={classes['label'] ?? ''}>
              {label}
            </Title>
            <Changes changes={changes} />
          </Paper>
        ))}
      </Stack>
    </section>
  )
}

/** Somebody who exchanged a catalogue wants to see that it is hundreds of entries, and the rest below them. */
const MANY = 20

function Changes({ changes }: { changes: readonly Change[] }) {
  const t = useText()
  const list = (
    <ul className={classes['changes']}>
      {changes.map((change) => (
        <li key={`${change.kind} ${change.path.join('/')}`} className={classes['change']}>
          <OneChange change={change} />
        </li>
      ))}
    </ul>
  )
  if (changes.length <= MANY) return list
  const count = (kind: Change['kind']) => changes.filter((change) => change.kind === kind).length
  return (
    <details>
      <summary className={`${classes['fold']} ${classes['many']}`}>
        {(['added', 'removed', 'changed', 'moved'] as const)
          .filter((kind) => count(kind) > 0)
          .map((kind) => t(`programmes.count-${kind}`, { count: count(kind) }))
          .join(', ')}
      </summary>
      {list}
    </details>
  )
}

const signs = {
  added: { icon: IconPlus, color: 'green' },
  removed: { icon: IconMinus, color: 'red' },
  changed: { icon: IconPencil, color: 'blue' },
  moved: { icon: IconArrowsUpDown, color: 'grape' },
} as const

function OneChange({ change: { kind, path, from, to, after } }: { change: Change }) {
  const t = useText()
  const { icon, color } = signs[kind]
  const value = kind === 'removed' ? from : to
  // An entry of a plain list is called what it is: that once is enough.
  const isItsName = kind !== 'changed' && String(value) === path.at(-1)
  return (
    <>
      <div className={classes['sign']}>
        <Sign icon={icon} color={color} text={t(`programmes.kind-${kind}`)} />
      </div>
      <div className={classes['what']}>
        <Text size="sm" className={classes['path'] ?? ''}>
          {(isItsName ? path.slice(0, -1) : path).join(' › ')}
        </Text>
        {kind === 'changed' || kind === 'moved' ? (
          <dl className={classes['values']}>
            <dt>{t('programmes.before')}</dt>
            <dd>
              <Value of={from} />
            </dd>
            <dt>{t('programmes.now')}</dt>
            <dd>
              <Value of={to} />
            </dd>
          </dl>
        ) : (
          <Value of={value} />
        )}
        {after !== undefined && (
          <Text size="sm" c="dimmed">
            {after === null ? t('programmes.placed-first') : t('programmes.placed-after', { entry: after })}
          </Text>
        )}
      </div>
    </>
  )
}
