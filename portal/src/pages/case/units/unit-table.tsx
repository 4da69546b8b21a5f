import { Checkbox, Table } from '@mantine/core'
import type { Schema } from '../../../api/client.ts'
import { useText } from '../../../app/language.tsx'
import type { Changes, Wish } from './changes.ts'
import { UnitRow } from './unit-row.tsx'
import classes from './unit-table.module.css'
import type { Problems } from './use-changes.ts'
import type { Selection } from './use-selection.ts'

type Unit = Schema['Unit']

/** A table to type in, as in a spreadsheet; on a phone each device is a card with the same fields. */
export function UnitTable({
  units,
  changes,
  problems,
  same,
  selection,
  onChange,
  onPaste,
  caseId,
  busy,
}: {
  units: readonly Unit[]
  changes: Changes
  problems: Problems
  /** Which other row says the same serial number. */
  same: ReadonlyMap<number, number>
  selection: Selection
  onChange: (said: readonly { unit: Unit; wish: Wish }[]) => void
  onPaste: (unit: Unit, text: string) => Promise<void>
  caseId: string
  busy: boolean
}) {
  const t = useText()
  const selectable = units.some(({ actions }) => actions.length > 0)
  return (
    <div className={classes['frame']} aria-busy={busy} style={busy ? { opacity: 0.6 } : undefined}>
      <Table className={classes['table']} verticalSpacing={6} horizontalSpacing="xs">
        <caption className="visually-hidden">{t('cases.unit-table')}</caption>
        <Table.Thead>
          <Table.Tr>
            {selectable && (
              <Table.Th scope="col" w={36} className="no-print">
                <Checkbox
                  aria-label={t('cases.select-page')}
                  checked={selection.state === 'all'}
                  indeterminate={selection.state === 'some'}
                  onChange={selection.togglePage}
                />
              </Table.Th>
            )}
            <Table.Th scope="col">{t('cases.row')}</Table.Th>
            <Table.Th scope="col">{t('cases.device')}</Table.Th>
            <Table.Th scope="col">{t('cases.serial')}</Table.Th>
            <Table.Th scope="col">{t('cases.route')}</Table.Th>
            <Table.Th scope="col">{t('cases.state')}</Table.Th>
            <Table.Th scope="col" className="number">
              {t('cases.credit')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {units.map((unit) => (
            <UnitRow
              key={unit.row}
              unit={unit}
              change={changes.rows[unit.row]}
              problems={problems[unit.row]}
              twin={same.get(unit.row)}
              selected={selection.chosen.has(unit.row)}
              selectable={selectable}
              onSelect={selection.toggle}
              onChange={onChange}
              onPaste={onPaste}
              caseId={caseId}
            />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
