import { Anchor, Box, Group, Stack, Text, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { Schema } from '../../../api/client.ts'
import { useText } from '../../../app/language.tsx'
import { formQuery } from '../../../subjects/case/form-queries.ts'
import { touchedBy, useCase } from '../../../subjects/case/queries.ts'
import { FileDrop } from '../../../ui/file-drop.tsx'
import { PaperMenu } from '../papers/paper-menu.tsx'
import { UploadList } from '../uploads/upload-list.tsx'
import { useUploads } from '../uploads/use-uploads.ts'
import { Reading } from './reading.tsx'
import { Versions } from './versions.tsx'

const FORMS =
  '.xlsx,.xls,.ods,.csv,.txt,.xml,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,application/vnd.oasis.opendocument.spreadsheet,text/csv'

export function CaseForms() {
  const t = useText()
  const theCase = useCase()
  const queries = useQueryClient()
  const uploads = useUploads<Schema['Form']>(`/cases/${theCase.id}/forms`)
  const [chosen, setChosen] = useState<number | null>(null)
  const reading = useRef<HTMLHeadingElement>(null)
  const newest = theCase.forms > 0 ? theCase.forms : null
  const shown = chosen ?? theCase.formWaiting ?? newest
  const { add } = uploads
  const { id } = theCase
  const take = useCallback(
    (files: File[]) =>
      add(files, async (form) => {
        await Promise.all(touchedBy(id).map((queryKey) => queries.invalidateQueries({ queryKey })))
        queries.setQueryData(formQuery(id, form.formVersion).queryKey, form)
        setChosen(form.formVersion)
      }),
    [add, id, queries],
  )
  const show = (version: number) => {
    setChosen(version)
    reading.current?.focus()
  }
  return (
    <Stack gap="xl">
      <Stack component="section" gap="sm">
        <Group justify="space-between" align="end" gap="sm">
          <Box flex="1 1 20rem">
            <Title order={2}>{t('documents.form')}</Title>
            <Text c="dimmed" maw={720}>
              {t('documents.form-lead')}
            </Text>
          </Box>
          {theCase.actions.includes('download-form') && (
            <PaperMenu label={t('documents.download-prefilled')} path={`/cases/${id}/trade-in-form`} />
          )}
        </Group>
        {theCase.actions.includes('upload-form') && (
          <FileDrop
            title={t('documents.drop-form')}
            hint={t('documents.drop-form-hint')}
            accept={FORMS}
            multiple
            onFiles={take}
          />
        )}
        <UploadList
          uploads={uploads}
          done={(form) => (
            <>
              {form.outcome === 'confirm-columns'
                ? t('documents.columns-taken', { version: form.formVersion })
                : t('documents.form-taken', {
                    version: form.formVersion,
                    lines: form.lines,
                    errors: form.errors,
                  })}{' '}
              {form.formVersion !== shown && (
                <Anchor component="button" size="sm" onClick={() => show(form.formVersion)}>
                  {t('documents.show-reading')}
                </Anchor>
              )}
            </>
          )}
        />
      </Stack>
      {shown !== null && <Reading key={shown} version={shown} heading={reading} />}
      <Versions shown={shown} onShow={show} />
    </Stack>
  )
}
