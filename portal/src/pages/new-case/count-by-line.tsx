import { NumberInput } from '@mantine/core'
import { useText } from '../../app/language.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { useFormat } from '../../ui/format.ts'

interface Line {
  readonly line: number
  readonly sku: string
  readonly most: number
}

/** How many devices of each line of the order, and with `rest` how many remain. */
export function CountByLine({
  caption,
  title,
  rest,
  lines,
  counts,
  missing,
  onChange,
}: {
  caption: string
  title: string
  rest?: string
  lines: readonly Line[]
  counts: Readonly<Record<number, number>>
  /** What a line means for which nothing was said yet. */
  missing: 'most' | 'none'
  onChange: (counts: Readonly<Record<number, number>>) => void
}) {
  const t = useText()
  const format = useFormat()
  const countOf = ({ line, most }: Line) => Math.min(counts[line] ?? (missing === 'most' ? most : 0), most)
  const columns: Column<Line>[] = [
    {
      key: 'sku',
      title: t('orders.sku'),
      main: true,
      cell: ({ sku }) => <span className="mono">{sku}</span>,
    },
    { key: 'free', title: t('orders.available'), number: true, cell: ({ most }) => format.number(most) },
    {
      key: 'count',
      title,
      number: true,
      cell: (one) => (
        <NumberInput
          aria-label={t('orders.count-of', { title, sku: one.sku })}
          value={countOf(one)}
          onChange={(value) =>
            onChange({ ...counts, [one.line]: Math.max(0, Math.min(one.most, Number(value) || 0)) })
          }
          min={0}
          max={one.most}
          allowDecimal={false}
          clampBehavior="strict"
          w={96}
          ml="auto"
          styles={{ input: { textAlign: 'right' } }}
        />
      ),
    },
    ...(rest === undefined
      ? []
      : [
          {
            key: 'rest',
            title: rest,
            number: true,
            cell: (one: Line) => format.number(one.most - countOf(one)),
          },
        ]),
  ]
  return (
    <div style={{ marginTop: '1rem', maxWidth: '44rem' }}>
      <DataTable caption={caption} columns={columns} rows={lines} rowKey={({ line }) => line} />
    </div>
  )
}
