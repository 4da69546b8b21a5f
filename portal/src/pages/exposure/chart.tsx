import { useComputedColorScheme } from '@mantine/core'
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { useText } from '../../app/language.tsx'
import { useFormat } from '../../ui/format.ts'
import { type ExposureState, exposureStates, type MonthRow } from './by-month.ts'

/** Told apart by lightness too, so that they differ without colour and in print. */
const colors: Readonly<Record<ExposureState, { light: string; dark: string }>> = {
  secured: { light: '#0b6e69', dark: '#3daba2' },
  'at-risk': { light: '#8fb8e8', dark: '#7ba7dc' },
  overdue: { light: '#b3261e', dark: '#ff8a80' },
  proposed: { light: '#e8a33d', dark: '#f2b75c' },
  'no-case': { light: '#8a6fb3', dark: '#b39ddb' },
  waived: { light: '#9aa3ab', dark: '#8d959c' },
  'charged-back': { light: '#4a2d2b', dark: '#d7b8b5' },
}

export function ExposureChart({
  rows,
  currency,
  nameOf,
}: {
  rows: readonly MonthRow[]
  currency: string
  nameOf: (month: string | null) => string
}) {
  const t = useText()
  const format = useFormat()
  const scheme = useComputedColorScheme('light')
  const used = exposureStates.filter((state) => rows.some(({ sums }) => sums[state] !== undefined))
  const data = rows.map(({ month, sums }) => ({
    month: nameOf(month),
    ...Object.fromEntries(used.map((state) => [state, Number(sums[state]?.amount.amount ?? 0)])),
  }))
  const money = (value: unknown) => format.roundMoney({ amount: String(value), currency })
  const ink = 'var(--mantine-color-text)'
  return (
    <ResponsiveContainer width="100%" height={300}>
      <BarChart data={data} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--mantine-color-default-border)" />
        <XAxis dataKey="month" tick={{ fill: ink, fontSize: 12 }} stroke={ink} />
        <YAxis tickFormatter={money} width={90} tick={{ fill: ink, fontSize: 12 }} stroke={ink} />
        <Tooltip
          formatter={(value, state) => [money(value), t(`money.state-${state as ExposureState}`)]}
          contentStyle={{ background: 'var(--mantine-color-body)', color: ink, borderRadius: 8 }}
          cursor={{ fill: 'var(--mantine-color-default-hover)' }}
        />
        <Legend
          itemSorter={null}
          wrapperStyle={{ fontSize: 14, paddingTop: 8 }}
          formatter={(state) => (
            <span style={{ color: ink, marginInlineEnd: 8 }}>
              {t(`money.state-${state as ExposureState}`)}
            </span>
          )}
        />
        {used.map((state) => (
          <Bar
            key={state}
            dataKey={state}
            stackId="all"
            fill={colors[state][scheme]}
            maxBarSize={120}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  )
}
