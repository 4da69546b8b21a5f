import { Group, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import type { Schema } from '../../../api/client.ts'
import { useText } from '../../../app/language.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { ShowMore } from './show-more.tsx'

type Change = Schema['Form']['diff'][number]

/** What applying the form would change, device by device; problems stand beside the device that they are about. */
export function Changes({ form: { diff, problems, appliedAt } }: { form: Schema['Form'] }) {
  const t = useText()
  const [words, setWords] = useState('')
  const [field, setField] = useState<string | null>(null)
  const [most, setMost] = useState(50)
  const wanted = useDeferredValue(words.trim().toLowerCase())
  const found = useMemo(
    () => diff.filter((one) => (field === null || one.field === field) && textOf(one).includes(wanted)),
    [diff, field, wanted],
  )
  const fields = [...new Map(diff.map((one) => [one.field, one.fieldLabel]))]
  if (diff.length === 0) return null
  const shown = found.slice(0, most)
  // Problems of a device are said once, at its first change.
  const firstOf = new Map(shown.toReversed().map((change) => [change.row, change]))
  const columns: Column<Change>[] = [
    {
      key: 'device',
      title: t('documents.device'),
      main: true,
      cell: (change) => (
        <div>
          {t('documents.device-row', { row: change.row })} <span className="mono">{change.sku}</span>
          {firstOf.get(change.row) === change && (
            <RowProblems problems={problems.filter(({ row }) => row === change.row)} />
          )}
        </div>
      ),
    },
    { key: 'field', title: t('documents.field'), cell: ({ fieldLabel }) => fieldLabel },
    { key: 'from', title: t('documents.before'), cell: ({ fromText }) => <Value text={fromText} /> },
    {
      key: 'to',
      title: t('documents.after'),
      cell: ({ toText }) => <Value text={toText} strong />,
    },
  ]
  const title = t(appliedAt === null ? 'documents.changes' : 'documents.changes-applied', {
    count: diff.length,
  })
  return (
    <Stack gap="xs">
      <Group justify="space-between" align="end" gap="sm">
        <Title order={3}>{title}</Title>
        {diff.length > 5 && (
          <Group gap="xs" className="no-print">
            <TextInput
              size="xs"
              label={t('documents.filter-changes')}
              placeholder={t('documents.filter-hint')}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
            <Select
              size="xs"
              label={t('documents.field')}
              placeholder={t('documents.all-fields')}
              data={fields.map(([value, label]) => ({ value, label }))}
              value={field}
              onChange={setField}
              clearable
            />
          </Group>
        )}
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {found.length < diff.length && t('documents.filtered', { found: found.length, all: diff.length })}
      </Text>
      {found.length > 0 && (
        <DataTable
          caption={title}
          columns={columns}
          rows={shown}
          rowKey={({ row, field: of }) => `${row} ${of}`}
        />
      )}
      <ShowMore shown={most} all={found.length} onMore={() => setMost(most + 200)} />
    </Stack>
  )
}

const textOf = ({ row, sku, fieldLabel, fromText, toText }: Change): string =>
  `${row} ${sku} ${fieldLabel} ${fromText ?? ''} ${toText ?? ''}`.toLowerCase()

function Value({ text, strong = false }: { text: string | null; strong?: boolean }) {
  const t = useText()
  return (
    <Text
      size="sm"
      miw="8rem"
      style={{ overflowWrap: 'anywhere' }}
      {...(strong && { fw: 600 })}
      {...(text === null && { c: 'dimmed' })}
    >
      {text ?? t('documents.nothing')}
    </Text>
  )
}

function RowProblems({ problems }: { problems: readonly Schema['FormProblem'][] }) {
  const t = useText()
  return problems.map(({ severity, cell, message }) => (
    <Group key={`${cell} ${message}`} gap={4} wrap="nowrap" align="start">
      {severity === 'error' ? (
        <IconAlertTriangle
          size={16}
          role="img"
          aria-label={t('documents.error')}
          color="var(--mantine-color-error)"
          style={{ flexShrink: 0 }}
        />
      ) : (
        <IconInfoCircle size={16} role="img" aria-label={t('documents.warning')} style={{ flexShrink: 0 }} />
      )}
      <Text size="sm" fw={400} maw="26rem">
        {message}
      </Text>
    </Group>
  ))
}
