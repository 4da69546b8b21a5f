import { Anchor, Checkbox, Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'

type Line = Schema['Certificate']['lines'][number]

/** The devices as they were printed; what changed since then stands beside. Those ticked are accepted. */
export function Lines({
  certificate: { lines, changed },
  ticked,
  onTick,
}: {
  certificate: Schema['Certificate']
  /** Null where nothing is to be decided. */
  ticked: ReadonlySet<number> | null
  onTick: (rows: ReadonlySet<number>) => void
}) {
  const t = useText()
  const now = new Map(changed.map((one) => [one.row, one]))
  const toggle = (row: number) => {
    const next = new Set(ticked)
    if (!next.delete(row)) next.add(row)
    onTick(next)
  }
  const columns: Column<Line>[] = [
    ...(ticked === null
      ? []
      : [
          {
            key: 'tick',
            title: t('desk.on-document'),
            cell: ({ row, serial, sku }: Line) => (
              <Checkbox
                checked={ticked.has(row)}
                onChange={() => toggle(row)}
                aria-label={t('desk.tick-device', { row, what: serial ?? sku })}
              />
            ),
          },
        ]),
    { key: 'row', title: t('desk.row'), number: true, cell: ({ row }) => row },
    { key: 'sku', title: t('desk.sku'), cell: ({ sku }) => <span className="mono">{sku}</span> },
    {
      key: 'serial',
      title: t('desk.serial'),
      cell: ({ row, serial }) => <Serial printed={serial} changed={now.get(row)} />,
    },
  ]
  return (
    <>
      {ticked !== null && lines.length > 1 && (
        <Group gap="md" mb={6} justify="space-between">
          <Text size="sm" role="status">
            {t('desk.ticked', { count: ticked.size, all: lines.length })}
          </Text>
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => onTick(new Set(ticked.size === lines.length ? [] : lines.map(({ row }) => row)))}
          >
            {t(ticked.size === lines.length ? 'desk.tick-none' : 'desk.tick-all')}
          </Anchor>
        </Group>
      )}
      <DataTable caption={t('desk.lines')} columns={columns} rows={lines} rowKey={({ row }) => row} />
    </>
  )
}

function Serial({
  printed,
  changed,
}: {
  printed: string | null
  changed: Schema['Certificate']['changed'][number] | undefined
}) {
  const t = useText()
  return (
    <>
      <span className="mono">{printed ?? t('desk.no-serial')}</span>
      {changed !== undefined && (
        <Text size="sm" fw={600} component="div">
          <IconAlertTriangle size={14} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
          {t('desk.serial-now', { serial: changed.now ?? 'none' })}
        </Text>
      )}
    </>
  )
}
