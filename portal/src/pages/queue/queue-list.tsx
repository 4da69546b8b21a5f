import { Checkbox, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { type MouseEvent, useEffect, useRef } from 'react'
import { useText } from '../../app/language.tsx'
import { ItemLink, Kind } from '../../subjects/queue/kinds.tsx'
import { indexOf, rememberedPlace, rememberPlace } from '../../subjects/queue/place.ts'
import { type Item, keyOf, lastInstantBefore } from '../../subjects/queue/queries.ts'
import type { QueueSearch } from '../../subjects/queue/search.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { useFormat } from '../../ui/format.ts'
import { useKeys } from '../../ui/keys.tsx'
import { AnchorLink } from '../../ui/links.tsx'
import classes from './queue-list.module.css'

/** Decided together with others; the rest has to be looked at one by one. */
const choosable = ({ kind, actions }: Item): boolean =>
  (kind === 'certificate-review' && actions.includes('decide-certificate')) ||
  (kind === 'extension-decision' && actions.includes('decide-extension'))

export function QueueList({
  items,
  kind,
  chosen,
  onChoose,
  resting,
}: {
  items: readonly Item[]
  kind: QueueSearch['kind']
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
  /** A dialog stands above it. */
  resting: boolean
}) {
  const t = useText()
  const format = useFormat()
  const links = useRef(new Map<string, HTMLAnchorElement>())
  const lastChosen = useRef(0)
  const linkAt = (index: number) => {
    const item = items[Math.max(0, Math.min(index, items.length - 1))]
    return item && links.current.get(keyOf(item))
  }
  /** The row that has the keyboard, -1 for none. */
  const current = () =>
    items.findIndex((item) => links.current.get(keyOf(item))?.closest('tr')?.contains(document.activeElement))
  const move = (by: number) => {
    const at = current()
    const link = linkAt(at < 0 ? Math.max(0, indexOf(items, rememberedPlace())) : at + by)
    link?.focus()
    link?.closest('tr')?.scrollIntoView({ block: 'nearest' })
  }
  const choose = (index: number, range: boolean) => {
    const one = items[index]
    if (one === undefined || !choosable(one)) return
    const next = new Set(chosen)
    const wanted = !chosen.has(keyOf(one))
    const [from, to] = range
      ? [Math.min(lastChosen.current, index), Math.max(lastChosen.current, index)]
      : [index, index]
    for (const item of items.slice(from, to + 1)) {
      if (!choosable(item)) continue
      if (wanted) next.add(keyOf(item))
      else next.delete(keyOf(item))
    }
    lastChosen.current = index
    onChoose(next)
  }
  useKeys({
    j: () => move(1),
    ArrowDown: () => move(1),
    k: () => move(-1),
    ArrowUp: () => move(-1),
    x: () => choose(current(), false),
    X: () => choose(current(), true),
  })
  // Whoever comes back from a decision goes on with what is next. After the shell, which puts the focus on the screen.
  const back = useRef(rememberedPlace())
  useEffect(() => {
    if (resting || back.current === null || items.length === 0) return
    const item = items[indexOf(items, back.current)]
    back.current = null
    const timer = setTimeout(() => item && links.current.get(keyOf(item))?.focus(), 0)
    return () => clearTimeout(timer)
  }, [items, resting])
  const open = (item: Item) => {
    rememberPlace(items, item, kind)
    back.current = rememberedPlace()
  }
  const columns: Column<Item>[] = [
    {
      key: 'select',
      title: t('desk.select'),
      cell: (item) =>
        choosable(item) && (
          <Checkbox
            checked={chosen.has(keyOf(item))}
            onChange={() => undefined}
            onClick={(event: MouseEvent) => choose(items.indexOf(item), event.shiftKey)}
            aria-label={t('desk.select-one', {
              kind: t(`desk.kind-${item.kind}`),
              caseId: item.caseId ?? 'none',
            })}
          />
        ),
    },
    {
      key: 'what',
      title: t('desk.what'),
      main: true,
      cell: (item) => (
        <Stack gap={4} align="start">
          <Kind kind={item.kind} />
          <ItemLink
            item={item}
            className={classes['link']}
            onOpen={() => open(item)}
            ref={(link) => {
              if (link === null) links.current.delete(keyOf(item))
              else links.current.set(keyOf(item), link)
            }}
          >
            {item.sentence}
            {item.caseId !== null && (
              <span className="visually-hidden"> {t('desk.of-case', { caseId: item.caseId })}</span>
            )}
          </ItemLink>
        </Stack>
      ),
    },
    {
      key: 'customer',
      title: t('desk.customer'),
      cell: ({ customerName }) => customerName ?? t('desk.nobody-yet'),
    },
    {
      key: 'case',
      title: t('desk.case'),
      cell: ({ caseId }) =>
        caseId !== null && (
          <AnchorLink to="/cases/$caseId" params={{ caseId }} className="mono" c="inherit">
            {caseId}
          </AnchorLink>
        ),
    },
    {
      key: 'since',
      title: t('desk.since'),
      cell: ({ since }) => <span className={classes['day']}>{format.dayOf(since)}</span>,
    },
    { key: 'until', title: t('desk.promised'), cell: (item) => <Promised item={item} /> },
    {
      key: 'risk',
      title: t('desk.at-risk'),
      number: true,
      cell: ({ atRisk }) => atRisk !== null && format.money(atRisk),
    },
  ]
  return (
    <div className={classes['queue']}>
      <DataTable caption={t('desk.queue-title')} columns={columns} rows={items} rowKey={keyOf} />
    </div>
  )
}

function Promised({ item: { urgentAt, overdue, kind } }: { item: Item }) {
  const t = useText()
  const format = useFormat()
  if (urgentAt === null) return null
  const day = format.dayOf(lastInstantBefore(urgentAt))
  if (!overdue)
    return kind === 'unmatched-goods' ? (
      t('desk.held-until', { day: day.replaceAll(' ', '\u00a0') })
    ) : (
      <span className={classes['day']}>{day}</span>
    )
  return (
    <Text span size="sm" fw={600} c="var(--mantine-color-error)">
      <IconAlertTriangle size={15} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
      {t('desk.overdue-since', { day: day.replaceAll(' ', '\u00a0') })}
    </Text>
  )
}
