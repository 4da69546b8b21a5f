import { Checkbox } from '@mantine/core'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { UnitState } from '../../ui/status.tsx'

type Unit = Schema['Unit']

export const unitsByRoute = (caseId: string, route: Unit['route']) => (cursor: string | undefined) =>
  answerOf(
    api.GET('/cases/{id}/units', {
      params: { path: { id: caseId }, query: { route, cursor, limit: 200 } },
    }),
  )

/** Devices of a case to pick from, by their rows. */
export function ChooseUnits({
  units,
  chosen,
  onChange,
  caption,
}: {
  units: readonly Unit[]
  chosen: readonly number[]
  onChange: (rows: readonly number[]) => void
  caption: string
}) {
  const t = useText()
  const all = units.length > 0 && units.every(({ row }) => chosen.includes(row))
  const columns: Column<Unit>[] = [
    {
      key: 'device',
      title: t('documents.device'),
      main: true,
      cell: ({ row, sku }) => (
        <Checkbox
          checked={chosen.includes(row)}
          onChange={({ currentTarget: { checked } }) =>
            onChange(checked ? [...chosen, row] : chosen.filter((one) => one !== row))
          }
          label={
            <>
              {t('documents.device-row', { row })} <span className="mono">{sku}</span>
            </>
          }
        />
      ),
    },
    {
      key: 'serial',
      title: t('documents.serial'),
      cell: ({ serial }) =>
        serial === null ? t('documents.no-serial') : <span className="mono">{serial}</span>,
    },
    { key: 'state', title: t('documents.state'), cell: ({ state }) => <UnitState state={state} /> },
  ]
  return (
    <>
      <Checkbox
        label={t('documents.choose-all', { count: units.length })}
        checked={all}
        indeterminate={!all && chosen.length > 0}
        onChange={() => onChange(all ? [] : units.map(({ row }) => row))}
      />
      <DataTable caption={caption} columns={columns} rows={units} rowKey={({ row }) => row} />
    </>
  )
}
