import { Button, Group, Stack, Title } from '@mantine/core'
import type { Schema } from '../../../api/client.ts'
import { useText } from '../../../app/language.tsx'
import { formsPage } from '../../../subjects/case/form-queries.ts'
import { FormState } from '../../../subjects/case/form-state.tsx'
import { caseKey, useCase } from '../../../subjects/case/queries.ts'
import { More, useCursorPages } from '../../../ui/cursor-pages.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Refused } from '../../../ui/refused.tsx'
import { FileLink } from '../papers/file-link.tsx'

/** Every version that was handed in, the newest first. */
export function Versions({ shown, onShow }: { shown: number | null; onShow: (version: number) => void }) {
  const t = useText()
  const format = useFormat()
  const { id, forms, formWaiting } = useCase()
  const pages = useCursorPages([...caseKey(id), 'forms', 'all'], formsPage(id))
  if (forms === 0) return null
  const columns: Column<Schema['FormSummary']>[] = [
    {
      key: 'file',
      title: t('documents.file'),
      main: true,
      cell: ({ formVersion, fileName }) => t('documents.version-file', { version: formVersion, fileName }),
    },
    {
      key: 'by',
      title: t('documents.handed-in'),
      cell: ({ uploadedAt, uploadedByName }) =>
        t('documents.by-at', { name: uploadedByName ?? 'none', at: format.instant(uploadedAt) }),
    },
    {
      key: 'applied',
      title: t('documents.taken-over'),
      cell: ({ appliedAt, appliedByName }) =>
        appliedAt === null
          ? ''
          : t('documents.by-at', { name: appliedByName ?? 'none', at: format.instant(appliedAt) }),
    },
    {
      key: 'state',
      title: t('documents.state'),
      cell: (form) => <FormState form={form} waiting={formWaiting} />,
    },
    {
      key: 'actions',
      title: t('documents.actions'),
      cell: ({ formVersion, actions, fileName }) => (
        <Group gap={4} justify="end" className="no-print">
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onShow(formVersion)}
            {...(formVersion === shown && { 'aria-current': 'true' as const })}
          >
            {t('documents.show')}
            <span className="visually-hidden"> {fileName}</span>
          </Button>
          {actions.includes('download-form-file') && (
            <FileLink
              path={`/cases/${id}/forms/${formVersion}/file`}
              text={t('documents.download')}
              about={fileName}
              subtle
            />
          )}
        </Group>
      ),
    },
  ]
  return (
    <Stack component="section" gap="xs">
      <Title order={2}>{t('documents.versions')}</Title>
      <Refused error={pages.error} />
      {pages.items.length > 0 && (
        <DataTable
          caption={t('documents.versions')}
          columns={columns}
          rows={pages.items.toReversed()}
          rowKey={({ formVersion }) => formVersion}
        />
      )}
      <More pages={pages} />
    </Stack>
  )
}
