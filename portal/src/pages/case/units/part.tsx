import { Alert, Button, Group, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconBarcode, IconClipboardCheck, IconListSearch } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Schema } from '../../../api/client.ts'
import { useText } from '../../../app/language.tsx'
import { useCase } from '../../../subjects/case/queries.ts'
import { ButtonLink } from '../../../ui/links.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { Empty, Loading } from '../../../ui/states.tsx'
import { type Changes, serialIn, twins } from './changes.ts'
import { MovedNote } from './moved-note.tsx'
import { fill, linesIn, type Misfit } from './pasted.ts'
import { SaveBar } from './save-bar.tsx'
import { ScanSerials } from './scan-serials.tsx'
import type { UnitSearch } from './search.ts'
import { UnitFilters } from './unit-filters.tsx'
import { unitsUntil, useUnitPage } from './unit-pages.ts'
import { UnitTable } from './unit-table.tsx'
import { useChanges } from './use-changes.ts'
import { useSelection } from './use-selection.ts'

type Unit = Schema['Unit']
const route = getRouteApi('/shell/cases/$caseId/')

export function CaseUnits() {
  const view = useCase()
  const search = route.useSearch()
  return <Units key={view.id} view={view} search={search} />
}

interface Pasted {
  readonly filled: number
  readonly misfits: readonly Misfit[]
  readonly before: Changes
}

function Units({ view, search }: { view: Schema['Case']; search: UnitSearch }) {
  const t = useText()
  const queries = useQueryClient()
  const heading = useRef<HTMLHeadingElement>(null)
  const page = useUnitPage(view.id, search)
  const { units } = page
  const selection = useSelection(units)
  const [pasted, setPasted] = useState<Pasted | 'unreadable' | null>(null)
  const [scanning, setScanning] = useState(false)
  const editing = useChanges(view, (count) => {
    notifications.show({ message: t('cases.saved', { count }), color: 'petrol' })
    setPasted(null)
    heading.current?.focus()
  })
  const { changes, change } = editing
  const same = useMemo(() => twins(units, changes), [units, changes])

  const section = useRef<HTMLElement>(null)
  const { refusals } = editing
  useEffect(() => {
    if (refusals > 0) section.current?.querySelector<HTMLElement>('td [aria-invalid=true]')?.focus()
  }, [refusals])

  // Read when something is pasted: a table of a hundred rows is not drawn anew for each letter typed.
  const latest = useRef(changes)
  useEffect(() => {
    latest.current = changes
  })
  const { cursor } = page
  const paste = useCallback(
    async (unit: Unit, text: string) => {
      const lines = linesIn(text, new Set(units.map(({ sku }) => sku.toUpperCase())))
      if (lines === null) return setPasted('unreadable')
      // A column goes on where this page ends; rows and SKUs may be anywhere in the case.
      const column = lines.every(({ key }) => key.by === 'place')
      const below = units.length - units.findIndex(({ row }) => row === unit.row)
      const targets =
        column && lines.length <= below
          ? units
          : await unitsUntil(queries, view.id, column ? search : {}, {
              from: column ? cursor : undefined,
              enough: (found) => column && found.length >= units.length - below + lines.length,
            })
      const before = latest.current
      const { filled, misfits } = fill(lines, targets, unit.row, (one) => serialIn(one, before.rows[one.row]))
      change(filled.map(({ unit: one, serial }) => ({ unit: one, wish: { serial } })))
      setPasted({ filled: filled.length, misfits, before })
    },
    [units, change, queries, view.id, search, cursor],
  )

  const mayChange = view.actions.includes('change-units')
  return (
    <section aria-labelledby="units-title" ref={section}>
      <Group justify="space-between" mb="xs" gap="xs">
        <Title order={2} id="units-title" ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
          {t('cases.devices')}
        </Title>
        {mayChange && (
          <Button
            variant="default"
            className="no-print"
            leftSection={<IconBarcode size={16} aria-hidden />}
            onClick={() => setScanning(true)}
          >
            {t('cases.scan')}
          </Button>
        )}
      </Group>
      {mayChange && (
        <Text size="sm" c="dimmed" mb="sm" className="no-print">
          {t('cases.table-help')}
        </Text>
      )}
      <UnitFilters search={search} />
      {editing.moved !== null && (
        <MovedNote moved={editing.moved} changes={changes} onSeen={editing.acceptMoved} />
      )}
      {pasted !== null && (
        <PastedNote
          pasted={pasted}
          onUndo={(before) => {
            editing.restore(before)
            setPasted(null)
          }}
          onClose={() => setPasted(null)}
        />
      )}
      {page.isError && (
        <Group mb="sm">
          <Refused error={page.error} />
          <Button variant="default" onClick={() => void page.refetch()}>
            {t('shell.try-again')}
          </Button>
        </Group>
      )}
      {page.isPending ? (
        <Loading />
      ) : units.length > 0 ? (
        <UnitTable
          units={units}
          changes={changes}
          problems={editing.problems}
          same={same}
          selection={selection}
          onChange={change}
          onPaste={paste}
          caseId={view.id}
          busy={page.isPlaceholderData}
        />
      ) : (
        !page.isError && (
          <Empty
            icon={IconListSearch}
            title={t(search.missing ? 'cases.none-missing' : 'cases.no-units')}
            action={
              <ButtonLink variant="default" to="/cases/$caseId" params={{ caseId: view.id }} search={{}}>
                {t('cases.all-units')}
              </ButtonLink>
            }
          />
        )
      )}
      {(page.page > 1 || page.hasNext) && (
        <Group justify="center" mt="sm" className="no-print" component="nav" aria-label={t('cases.pages')}>
          <Button variant="default" onClick={page.toPrevious} disabled={page.page === 1}>
            {t('cases.page-before')}
          </Button>
          <Text size="sm" role="status">
            {t('cases.page', { page: page.page })}
          </Text>
          <Button variant="default" onClick={page.toNext} disabled={!page.hasNext}>
            {t('cases.page-after')}
          </Button>
        </Group>
      )}
      <SaveBar view={view} editing={editing} selection={selection} units={units} />
      {scanning && (
        <ScanSerials view={view} changes={changes} onChange={change} onClose={() => setScanning(false)} />
      )}
    </section>
  )
}

function PastedNote({
  pasted,
  onUndo,
  onClose,
}: {
  pasted: Pasted | 'unreadable'
  onUndo: (before: Changes) => void
  onClose: () => void
}) {
  const t = useText()
  const close = { withCloseButton: true, closeButtonLabel: t('shell.close'), onClose }
  if (pasted === 'unreadable')
    return (
      <Alert color="yellow" mb="sm" role="alert" title={t('cases.paste-unreadable')} {...close}>
        {t('cases.paste-unreadable-help')}
      </Alert>
    )
  const { filled, misfits, before } = pasted
  return (
    <Alert
      color={misfits.length > 0 ? 'yellow' : 'petrol'}
      mb="sm"
      role="status"
      icon={<IconClipboardCheck aria-hidden />}
      title={t('cases.pasted', { count: filled })}
      {...close}
    >
      {misfits.length > 0 && (
        <>
          <Text size="sm">{t('cases.misfits', { count: misfits.length })}</Text>
          <ul style={{ margin: '0.25rem 0 0.5rem' }}>
            {misfits.slice(0, 10).map(({ serial, why, row }) => (
              <li key={`${serial} ${row}`}>{t(`cases.misfit-${why}`, { serial, row: row ?? 0 })}</li>
            ))}
          </ul>
        </>
      )}
      {filled > 0 && (
        <Button size="xs" variant="default" onClick={() => onUndo(before)}>
          {t('cases.undo-paste')}
        </Button>
      )}
    </Alert>
  )
}
