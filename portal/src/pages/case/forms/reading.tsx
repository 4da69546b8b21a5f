import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type RefObject, useState } from 'react'
import type { Schema } from '../../../api/client.ts'
import { useLanguage, useText } from '../../../app/language.tsx'
import { useMe } from '../../../app/session.ts'
import { formQuery } from '../../../subjects/case/form-queries.ts'
import { FormState } from '../../../subjects/case/form-state.tsx'
import { useCase } from '../../../subjects/case/queries.ts'
import { useFormat } from '../../../ui/format.ts'
import { Refused } from '../../../ui/refused.tsx'
import { Loading } from '../../../ui/states.tsx'
import { FileLink } from '../papers/file-link.tsx'
import { Apply } from './apply.tsx'
import { Changes } from './changes.tsx'
import { Columns } from './columns.tsx'
import { Problems } from './problems.tsx'

/** What was understood of one version of the form, and what can be done with it. */
export function Reading({
  version,
  heading,
}: {
  version: number
  heading: RefObject<HTMLHeadingElement | null>
}) {
  const t = useText()
  const { id } = useCase()
  const form = useQuery(formQuery(id, version))
  return (
    <Stack component="section" gap="sm">
      <Title order={2} ref={heading} tabIndex={-1}>
        {t('documents.understood')}
      </Title>
      {form.data !== undefined ? (
        <FormRead form={form.data} heading={heading} />
      ) : form.isError ? (
        <>
          <Refused error={form.error} />
          <Group>
            <Button variant="default" onClick={() => void form.refetch()}>
              {t('shell.try-again')}
            </Button>
          </Group>
        </>
      ) : (
        <Loading />
      )}
    </Stack>
  )
}

function FormRead({
  form,
  heading,
}: {
  form: Schema['Form']
  heading: RefObject<HTMLHeadingElement | null>
}) {
  const t = useText()
  const { language } = useLanguage()
  const format = useFormat()
  const me = useMe()
  const theCase = useCase()
  const path = `/cases/${form.caseId}/forms/${form.formVersion}`
  const waits = theCase.formWaiting === form.formVersion
  const warnings = form.problems.filter(({ severity }) => severity === 'warning').length
  const [choosing, setChoosing] = useState(false)
  const unread = form.outcome === 'confirm-columns'
  const columns = form.actions.includes('confirm-form-columns') ? form.columns : null
  return (
    <>
      <Paper withBorder p="md">
        <Stack gap="sm">
          <Group justify="space-between" align="start" gap="sm">
            <div style={{ minWidth: 0 }}>
              <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                {form.fileName}
              </Text>
              <Text size="sm" c="dimmed">
                {t('documents.version-by', {
                  version: form.formVersion,
                  name: form.uploadedByName ?? 'none',
                  at: format.instant(form.uploadedAt),
                })}
              </Text>
            </div>
            <FormState form={form} waiting={theCase.formWaiting} />
          </Group>
          <Text>
            {unread
              ? t('documents.next-columns')
              : t('documents.understood-sentence', {
                  lines: form.lines,
                  changes: form.diff.length,
                  errors: form.errors,
                  warnings,
                })}{' '}
            {waits && !unread && t(form.errors > 0 ? 'documents.next-correct' : 'documents.next-apply')}
            {form.appliedAt !== null &&
              t('documents.applied-by', {
                name: form.appliedByName ?? 'none',
                at: format.instant(form.appliedAt),
              })}
          </Text>
          {form.actions.includes('apply-form') && <Apply form={form} heading={heading} />}
          <Group gap="xs">
            {columns !== null && !unread && (
              <Button
                variant="default"
                size="compact-sm"
                aria-expanded={choosing}
                onClick={() => setChoosing(!choosing)}
              >
                {t('documents.columns-change')}
              </Button>
            )}
            {form.actions.includes('download-marked-form') && (
              <FileLink
                path={`${path}/marked-file?language=${language}`}
                text={t('documents.download-marked')}
              />
            )}
            {form.actions.includes('download-form-file') && (
              <FileLink path={`${path}/file`} text={t('documents.download-as-sent')} subtle />
            )}
            {me.organisation.kind === 'vendor' && form.actions.includes('read-form-sheet') && (
              <Button
                variant="subtle"
                size="compact-sm"
                renderRoot={(button) => (
                  <Link
                    to="/review/forms/$caseId/$version"
                    params={{ caseId: form.caseId, version: String(form.formVersion) }}
                    {...button}
                  />
                )}
              >
                {t('documents.beside-sheet')}
              </Button>
            )}
          </Group>
        </Stack>
      </Paper>
      {columns !== null && (unread || choosing) && (
        <Columns form={form} columns={columns} heading={heading} />
      )}
      {!unread && (
        <>
          <Problems problems={form.problems} />
          <Changes form={form} />
        </>
      )}
    </>
  )
}
