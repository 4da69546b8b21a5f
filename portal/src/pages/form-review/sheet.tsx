import { Button, Group, NativeSelect, Switch, Text } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { More } from '../../ui/cursor-pages.tsx'
import { Refused } from '../../ui/refused.tsx'
import { Loading } from '../../ui/states.tsx'
import classes from './form-review.module.css'
import { byColumn, columnOf, rowOf, type SheetRow, useSheet } from './queries.ts'

/** Farther ahead than this the sheet is opened anew near the row, instead of reading everything before it. */
const FAR_AHEAD = 400

/** A sheet of the file as it was sent, as text; what is wrong in it is marked. */
export function Sheet({
  form,
  sheet,
  cell,
  onSheet,
}: {
  form: Schema['Form']
  sheet: string | undefined
  /** To be shown and to get the focus. */
  cell: string | undefined
  onSheet: (name: string) => void
}) {
  const t = useText()
  const [from, setFrom] = useState(0)
  const [hidden, setHidden] = useState(false)
  const pages = useSheet(form, sheet, from)
  const { items, sheets, shown, isPending, error } = pages
  const rows = items.filter(
    (row) => hidden || !row.hidden || row.cells.some(({ problems }) => problems.length > 0),
  )
  const columns = useMemo(
    () => [...new Set(items.flatMap(({ cells }) => cells.map((one) => columnOf(one.cell))))].sort(byColumn),
    [items],
  )
  useJump({ cell, items, pages, onFar: setFrom })
  const messages = new Map<string, string[]>()
  for (const { sheet: on, cell: at, message } of form.problems)
    if (on === shown && at !== null) messages.set(at, [...(messages.get(at) ?? []), message])
  return (
    <div className={classes['viewer']}>
      <Group gap="sm" className={classes['bar']}>
        <NativeSelect
          size="xs"
          aria-label={t('desk.sheet')}
          value={shown ?? ''}
          onChange={(event) => onSheet(event.currentTarget.value)}
          data={sheets
            .filter((one) => hidden || !one.hidden || one.name === shown)
            .map(({ name, hidden: isHidden }) => ({
              value: name,
              label: isHidden ? t('desk.sheet-hidden', { name }) : name,
            }))}
        />
        <Switch
          size="xs"
          label={t('desk.show-hidden')}
          checked={hidden}
          onChange={(event) => setHidden(event.currentTarget.checked)}
        />
        {from > 0 && (
          <Button size="compact-sm" variant="default" onClick={() => setFrom(0)}>
            {t('desk.from-start')}
          </Button>
        )}
      </Group>
      {error !== null && <Refused error={error} />}
      {isPending ? (
        error === null && <Loading />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse.
        <section className={classes['grid']} aria-label={shown} tabIndex={0}>
          <table className={classes['sheet']}>
            <caption className="visually-hidden">
              {t('desk.sheet-caption', { name: shown ?? '', fileName: form.fileName })}
            </caption>
            <thead>
              <tr>
                <td />
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.row} row={row} columns={columns} messages={messages} current={cell} />
              ))}
            </tbody>
          </table>
          {rows.length === 0 && <Text p="md">{t('desk.sheet-empty')}</Text>}
          <More pages={pages} />
        </section>
      )}
    </div>
  )
}

function Row({
  row,
  columns,
  messages,
  current,
}: {
  row: SheetRow
  columns: readonly string[]
  messages: ReadonlyMap<string, readonly string[]>
  current: string | undefined
}) {
  const byName = new Map(row.cells.map((one) => [columnOf(one.cell), one]))
  return (
    <tr>
      <th scope="row">{row.row}</th>
      {columns.map((column) => {
        const one = byName.get(column)
        const name = `${column}${row.row}`
        const wrong = messages.get(name)
        if (wrong === undefined && (one?.problems.length ?? 0) === 0)
          return (
            <td key={column} data-current={name === current || undefined}>
              <span data-cell={name === current ? name : undefined} tabIndex={-1}>
                {one?.text}
              </span>
            </td>
          )
        return (
          <td key={column} data-wrong data-current={name === current || undefined}>
            <WrongCell name={name} text={one?.text ?? ''} messages={wrong ?? []} />
          </td>
        )
      })}
    </tr>
  )
}

/** Reached with the keyboard, and says what is wrong with it. */
function WrongCell({ name, text, messages }: { name: string; text: string; messages: readonly string[] }) {
  const t = useText()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the problem of the cell is read where the focus is.
    <div role="note" tabIndex={0} data-cell={name} title={messages.join('\n')} className={classes['wrong']}>
      <span className="visually-hidden">{t('desk.wrong-cell', { cell: name })} </span>
      {text === '' ? '—' : text}
      <span className="visually-hidden"> {messages.join(' ')}</span>
    </div>
  )
}

/** Reads on, or opens the sheet near the cell, until it is there, and gives it the focus once. */
function useJump({
  cell,
  items,
  pages: { hasNextPage, isFetching, fetchNextPage },
  onFar,
}: {
  cell: string | undefined
  items: readonly SheetRow[]
  pages: { hasNextPage: boolean; isFetching: boolean; fetchNextPage: () => Promise<unknown> }
  onFar: (from: number) => void
}) {
  const done = useRef<string | undefined>(undefined)
  useEffect(() => {
    const [first, last] = [items[0], items.at(-1)]
    if (
      cell === undefined ||
      done.current === cell ||
      first === undefined ||
      last === undefined ||
      isFetching
    )
      return
    const row = rowOf(cell)
    if (row > last.row + FAR_AHEAD || row < first.row) onFar(Math.max(0, row - 20))
    else if (row > last.row && hasNextPage) void fetchNextPage()
    else {
      done.current = cell
      const target = document.querySelector<HTMLElement>(`[data-cell="${CSS.escape(cell)}"]`)
      target?.focus({ preventScroll: true })
      target?.scrollIntoView({ block: 'center', inline: 'center' })
    }
  }, [cell, items, hasNextPage, isFetching, fetchNextPage, onFar])
}
