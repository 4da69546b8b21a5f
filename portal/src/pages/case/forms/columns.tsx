import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { type RefObject, useMemo } from 'react'
import { answerOf, api, ifMatch, type Schema } from '../../../api/client.ts'
import { useText } from '../../../app/language.tsx'
import { formQuery } from '../../../subjects/case/form-queries.ts'
import { touchedBy, useCase } from '../../../subjects/case/queries.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Refused } from '../../../ui/refused.tsx'
import { useAction } from '../../../ui/use-action.ts'
import { useDraft } from '../../../ui/use-draft.ts'

type Mapping = Schema['ColumnMapping']
type Field = Mapping['columns'][string]
type Suggestion = Schema['FormColumns']['columns'][number]

/** A list of the customer's own: what each column seems to be, for a person to confirm before anything is read of it. */
export function Columns({
  form: { caseId, formVersion },
  columns: { sheet, headingRow, remembered, route, columns, fields, confirmed },
  heading,
}: {
  form: Schema['Form']
  columns: Schema['FormColumns']
  heading: RefObject<HTMLHeadingElement | null>
}) {
  const t = useText()
  const format = useFormat()
  const { version } = useCase()
  const suggested = useMemo(
    (): Mapping =>
      confirmed ?? {
        sheet,
        headingRow,
        route,
        leaveOut: [],
        columns: Object.fromEntries(columns.flatMap(({ column, field }) => (field ? [[column, field]] : []))),
      },
    [confirmed, sheet, headingRow, route, columns],
  )
  const [mapping, change, forget] = useDraft(`columns:${caseId}:${formVersion}`, suggested)
  const confirm = useAction({
    run: (wish: Mapping, headers) =>
      answerOf(
        api.PUT('/cases/{id}/forms/{version}/columns', {
          params: {
            path: { id: caseId, version: formVersion },
            header: { ...headers, ...ifMatch(version) },
          },
          body: wish,
        }),
      ),
    invalidates: [...touchedBy(caseId), formQuery(caseId, formVersion).queryKey],
    done: t('documents.columns-confirmed'),
    onDone: () => {
      forget()
      heading.current?.focus()
    },
  })
  const meanAs = (column: string, field: string) => {
    const { [column]: _, ...others } = mapping.columns
    change({ ...mapping, columns: field === '' ? others : { ...others, [column]: field as Field } })
  }
  const chosen = Object.values(mapping.columns)
  const twice = fields.filter(({ field }) => chosen.filter((one) => one === field).length > 1)
  const names = chosen.includes('sku') || chosen.includes('partNumber')
  const table: Column<Suggestion>[] = [
    {
      key: 'column',
      title: t('documents.column'),
      main: true,
      cell: ({ column, heading: text }) => (
        <div>
          <Text span className="mono" fw={600}>
            {column}
          </Text>{' '}
          <Text span>{text}</Text>
        </div>
      ),
    },
    {
      key: 'samples',
      title: t('documents.column-samples'),
      cell: ({ samples }) => (
        <Text size="sm" className="mono" style={{ overflowWrap: 'anywhere' }}>
          {samples.slice(0, 3).join(' · ')}
        </Text>
      ),
    },
    {
      key: 'meaning',
      title: t('documents.column-meaning'),
      cell: ({ column }) => (
        <NativeSelect
          aria-label={t('documents.column-means', { column })}
          value={mapping.columns[column] ?? ''}
          onChange={({ currentTarget }) => meanAs(column, currentTarget.value)}
          error={twice.some(({ field }) => field === mapping.columns[column]) && t('documents.column-twice')}
          data={[
            { value: '', label: t('documents.column-unread') },
            ...fields.map(({ field, label }) => ({ value: field, label })),
          ]}
          miw="13rem"
        />
      ),
    },
    {
      key: 'why',
      title: t('documents.column-why'),
      cell: ({ why, confidence }) =>
        why.length > 0 && (
          <Text size="sm" c="dimmed" maw="22rem">
            {why.join(' ')} {t('documents.column-confidence', { percent: Math.round(confidence * 100) })}
          </Text>
        ),
    },
  ]
  return (
    <Stack gap="sm">
      <div>
        <Title order={3}>{t('documents.columns')}</Title>
        <Text maw={760}>
          {t(remembered ? 'documents.columns-remembered' : 'documents.columns-lead', {
            sheet: mapping.sheet,
            row: format.number(mapping.headingRow),
          })}
        </Text>
      </div>
      <DataTable
        caption={t('documents.columns')}
        columns={table}
        rows={columns}
        rowKey={({ column }) => column}
      />
      <NativeSelect
        label={t('documents.columns-route')}
        description={t('documents.columns-route-help')}
        value={mapping.route ?? ''}
        onChange={({ currentTarget: { value } }) =>
          change({ ...mapping, route: value === 'return' || value === 'destroy' ? value : null })
        }
        data={[
          { value: '', label: t('documents.columns-route-kept') },
          { value: 'return', label: t('states.route-return') },
          { value: 'destroy', label: t('states.route-destroy') },
        ]}
        maw={420}
      />
      <Refused error={confirm.error} />
      <Group gap="sm">
        <Button
          onClick={() => confirm.mutate(mapping)}
          loading={confirm.isPending}
          disabled={twice.length > 0 || !names}
        >
          {t('documents.columns-confirm')}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {t(names ? 'documents.columns-confirm-help' : 'documents.columns-need-sku')}
        </Text>
      </Group>
    </Stack>
  )
}
