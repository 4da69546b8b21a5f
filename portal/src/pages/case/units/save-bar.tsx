import { Button, Group, Menu, Paper, Stack, Text } from '@mantine/core'
import { IconChevronUp } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schema } from '../../../api/client.ts'
import { useText } from '../../../app/language.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { wishesOf } from './changes.ts'
import classes from './save-bar.module.css'
import type { useChanges } from './use-changes.ts'
import type { Selection } from './use-selection.ts'
import { WaiveDialog } from './waive-dialog.tsx'

/** Everything that may be wrong with one of the changes: it stands beside its cell. */
const cells = Array.from({ length: 1_000 }, (_, index) =>
  ['row', 'serial', 'serialMark', 'route'].map((field) => `/body/changes/${index}/${field}`),
).flat()

/** At the lower edge while there is something to save, or devices are ticked. */
export function SaveBar({
  view,
  editing,
  selection,
  units,
}: {
  view: Schema['Case']
  editing: ReturnType<typeof useChanges>
  selection: Selection
  units: readonly Schema['Unit'][]
}) {
  const t = useText()
  const changed = Object.keys(editing.changes.rows).length
  if (changed === 0 && selection.chosen.size === 0) return null
  const shown = new Set(units.map(({ row }) => row))
  const elsewhere = Object.entries(editing.problems).filter(([row]) => !shown.has(Number(row)))
  return (
    <Paper withBorder shadow="md" p="sm" mt="md" className={`${classes['bar']} no-print`}>
      <Stack gap="xs">
        {selection.chosen.size > 0 && <ForSelected view={view} editing={editing} selection={selection} />}
        {changed > 0 && (
          <>
            <Refused error={editing.error} shown={cells} />
            {elsewhere.length > 0 && (
              <Text size="sm">
                {elsewhere
                  .slice(0, 10)
                  .map(([row, [problem]]) =>
                    t('cases.problem-elsewhere', { row: Number(row), text: problem?.text }),
                  )
                  .join(' ')}
              </Text>
            )}
            <Group justify="space-between" gap="xs">
              <Text size="sm">{t('cases.unsaved', { count: changed })}</Text>
              <Group gap="xs">
                <Button variant="default" onClick={editing.undo} disabled={editing.isSaving}>
                  {t('cases.undo-all')}
                </Button>
                <Button
                  onClick={editing.save}
                  loading={editing.isSaving}
                  disabled={wishesOf(editing.changes).length === 0 || editing.moved !== null}
                >
                  {t('cases.save', { count: changed })}
                </Button>
              </Group>
            </Group>
          </>
        )}
      </Stack>
    </Paper>
  )
}

function ForSelected({
  view,
  editing,
  selection,
}: {
  view: Schema['Case']
  editing: ReturnType<typeof useChanges>
  selection: Selection
}) {
  const t = useText()
  const [waiving, setWaiving] = useState(false)
  const chosen = [...selection.chosen.values()]
  const changeable = chosen.filter(({ actions }) => actions.includes('change-unit'))
  const waivable = chosen.filter(({ actions }) => actions.includes('waive-units'))
  const send = (route: 'return' | 'destroy') =>
    editing.change(changeable.map((unit) => ({ unit, wish: { route } })))
  return (
    <Group gap="xs">
      <Text size="sm" fw={600} role="status">
        {t('cases.selected', { count: chosen.length })}
      </Text>
      {changeable.length > 0 && (
        <Menu position="top-start">
          <Menu.Target>
            <Button variant="default" size="xs" rightSection={<IconChevronUp size={14} aria-hidden />}>
              {t('cases.set-route')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => send('return')}>{t('states.route-return')}</Menu.Item>
            <Menu.Item onClick={() => send('destroy')}>{t('states.route-destroy')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {waivable.length > 0 && (
        <Button variant="default" size="xs" onClick={() => setWaiving(true)}>
          {t('cases.waive')}
        </Button>
      )}
      <Button variant="subtle" size="xs" onClick={selection.clear}>
        {t('cases.clear-selection')}
      </Button>
      {waiving && (
        <WaiveDialog
          view={view}
          units={waivable}
          onClose={() => setWaiving(false)}
          onDone={() => {
            setWaiving(false)
            selection.clear()
          }}
        />
      )}
    </Group>
  )
}
