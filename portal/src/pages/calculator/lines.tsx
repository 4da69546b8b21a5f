import { ActionIcon, NumberInput, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconTrash } from '@tabler/icons-react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { useFormat } from '../../ui/format.ts'
import classes from './lines.module.css'
import type { PlannedLine } from './search.ts'

type Part = 'return' | 'destroy' | 'keep'
type Row = PlannedLine & {
  readonly index: number
  readonly result: Schema['CreditCalculation']['lines'][number] | undefined
}

/** How many of each device go which way. `fixed`: the numbers of an order, of which what is left over is kept. */
export function Lines({
  lines,
  calculation,
  isStale,
  fixed,
  onChange,
}: {
  lines: readonly PlannedLine[]
  calculation: Schema['CreditCalculation'] | undefined
  isStale: boolean
  fixed: readonly number[] | undefined
  onChange: (lines: readonly PlannedLine[]) => void
}) {
  const t = useText()
  const format = useFormat()
  const rows = lines.map((line, index): Row => {
    const result = calculation?.lines[index]
    return { ...line, index, result: result?.sku === line.sku ? result : undefined }
  })
  const change = (index: number, part: Part, value: number | string) => {
    const count = Math.max(0, Math.trunc(Number(value)) || 0)
    onChange(
      lines.map((line, place) => {
        if (place !== index) return line
        const whole = fixed?.[index]
        if (whole === undefined) return { ...line, [part]: Math.min(count, 10_000) }
        const one = Math.min(count, whole)
        const other = part === 'return' ? 'destroy' : 'return'
        const left = Math.min(line[other], whole - one)
        return { ...line, [part]: one, [other]: left, keep: whole - one - left }
      }),
    )
  }
  const field = (part: Part): Column<Row> => ({
    key: part,
    title: t(`orders.count-${part}`),
    number: true,
    cell: ({ index, sku, ...line }) =>
      part === 'keep' && fixed !== undefined ? (
        <Text span fw={500}>
          {format.number(line.keep)}
        </Text>
      ) : (
        <NumberInput
          aria-label={t('orders.count-of', { title: t(`orders.count-${part}`), sku })}
          value={line[part]}
          onChange={(value) => change(index, part, value)}
          min={0}
          max={fixed?.[index] ?? 10_000}
          allowDecimal={false}
          w={96}
          ml="auto"
          classNames={{ input: classes['count'] ?? '' }}
        />
      ),
  })
  const columns: Column<Row>[] = [
    {
      key: 'sku',
      title: t('orders.sku'),
      main: true,
      cell: ({ sku, result }) => (
        <Stack gap={2}>
          <span className="mono">{sku}</span>
          {result?.description && (
            <Text span size="sm" c="dimmed" fw={400}>
              {result.description}
            </Text>
          )}
          {result?.problem && (
            <Text span size="sm" fw={400} c="var(--mantine-color-error)">
              <IconAlertTriangle size={15} aria-hidden className={classes['sign']} /> {result.problem.detail}
            </Text>
          )}
        </Stack>
      ),
    },
    {
      key: 'each',
      title: t('orders.credit-each'),
      number: true,
      cell: ({ result }) =>
        result?.creditPerUnit ? format.money(result.creditPerUnit) : <Nothing known={result !== undefined} />,
    },
    field('return'),
    field('destroy'),
    field('keep'),
    {
      key: 'secured',
      title: t('orders.secured'),
      number: true,
      cell: ({ result }) =>
        result?.sums ? format.money(result.sums.secured) : <Nothing known={result !== undefined} />,
    },
    {
      key: 'lost',
      title: t('orders.lost'),
      number: true,
      cell: ({ result }) =>
        result?.sums ? (
          <Text
            span
            size="sm"
            {...(result.sums.lost.minor > 0 && { c: 'var(--mantine-color-error)', fw: 600 })}
          >
            {format.money(result.sums.lost)}
          </Text>
        ) : (
          <Nothing known={result !== undefined} />
        ),
    },
    ...(fixed === undefined
      ? [
          {
            key: 'remove',
            title: t('shell.remove'),
            cell: ({ index, sku }: Row) => (
              <ActionIcon
                className="no-print"
                variant="subtle"
                color="gray"
                size={32}
                aria-label={t('orders.remove-sku', { sku })}
                onClick={() => onChange(lines.filter((_, place) => place !== index))}
              >
                <IconTrash size={17} aria-hidden />
              </ActionIcon>
            ),
          },
        ]
      : []),
  ]
  return (
    <div aria-busy={isStale} className={classes['lines']}>
      <DataTable
        caption={t('orders.calculator-table')}
        columns={columns}
        rows={rows}
        rowKey={({ index, sku }) => `${index} ${sku}`}
      />
    </div>
  )
}

/** Not calculated yet, or no credit at all. */
function Nothing({ known }: { known: boolean }) {
  const t = useText()
  return known ? t('orders.no-credit') : <span aria-hidden>…</span>
}
