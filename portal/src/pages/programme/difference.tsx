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
            <ul className={classes['changes']}>
              {changes.map((change) => (
                <li key={`${change.kind} ${change.path.join('/')}`} className={classes['change']}>
                  <OneChange change={change} />
                </li>
              ))}
            </ul>
          </Paper>
        ))}
      </Stack>
    </section>
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
  return (
    <>
      <div className={classes['sign']}>
        <Sign icon={icon} color={color} text={t(`programmes.kind-${kind}`)} />
      </div>
      <div className={classes['what']}>
        <Text size="sm" className={classes['path'] ?? ''}>
          {path.join(' › ')}
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
          <Value of={kind === 'added' ? to : from} />
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
