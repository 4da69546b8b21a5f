import { Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Schema } from '../../../api/client.ts'
import { useText } from '../../../app/language.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { ShowMore } from './show-more.tsx'

type Problem = Schema['FormProblem']

/** What must be mended and what should only be looked at, each with its cell, apart from each other. */
export function Problems({ problems }: { problems: readonly Problem[] }) {
  const t = useText()
  const errors = problems.filter(({ severity }) => severity === 'error')
  const warnings = problems.filter(({ severity }) => severity === 'warning')
  return (
    <>
      {errors.length > 0 && (
        <ProblemTable title={t('documents.errors', { count: errors.length })} problems={errors} />
      )}
      {warnings.length > 0 && (
        <ProblemTable title={t('documents.warnings', { count: warnings.length })} problems={warnings} />
      )}
    </>
  )
}

function ProblemTable({ title, problems }: { title: string; problems: readonly Problem[] }) {
  const t = useText()
  const [most, setMost] = useState(50)
  const columns: Column<Problem & { key: number }>[] = [
    {
      key: 'message',
      title: t('documents.problem'),
      main: true,
      cell: ({ message }) => message,
    },
    { key: 'cell', title: t('documents.cell'), cell: (problem) => <Place problem={problem} /> },
    {
      key: 'device',
      title: t('documents.device'),
      cell: ({ row }) =>
        row !== null && <span style={{ whiteSpace: 'nowrap' }}>{t('documents.device-row', { row })}</span>,
    },
    {
      key: 'found',
      title: t('documents.found'),
      cell: ({ found }) => <Words text={found} />,
    },
    {
      key: 'expected',
      title: t('documents.expected'),
      cell: ({ expected }) => <Words text={expected} />,
    },
  ]
  return (
    <Stack gap="xs">
      <Title order={3}>{title}</Title>
      <DataTable
        caption={title}
        columns={columns}
        rows={problems.slice(0, most).map((problem, key) => ({ ...problem, key }))}
        rowKey={({ key }) => key}
      />
      <ShowMore shown={most} all={problems.length} onMore={() => setMost(most + 200)} />
    </Stack>
  )
}

function Place({ problem: { sheet, cell } }: { problem: Problem }) {
  return (
    <div>
      {cell !== null && (
        <Text span className="mono" fw={600}>
          {cell}
        </Text>
      )}
      {sheet !== null && (
        <Text size="sm" c="dimmed">
          {sheet}
        </Text>
      )}
    </div>
  )
}

const Words = ({ text }: { text: string | null }) =>
  text === null ? null : (
    <Text size="sm" miw="7rem" style={{ overflowWrap: 'anywhere' }}>
      {text}
    </Text>
  )
