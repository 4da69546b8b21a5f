import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconMessage } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useRef } from 'react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { formQuery } from '../../subjects/case/form-queries.ts'
import { FormState } from '../../subjects/case/form-state.tsx'
import { caseQuery } from '../../subjects/case/queries.ts'
import { useFormat } from '../../ui/format.ts'
import { AnchorLink } from '../../ui/links.tsx'
import { Page } from '../../ui/page.tsx'
import { SideBySide } from '../../ui/side-by-side.tsx'
import { Apply } from './apply.tsx'
import { ChangeList } from './change-list.tsx'
import { HeaderFields } from './header-fields.tsx'
import { ProblemList } from './problem-list.tsx'
import type { Problem } from './queries.ts'
import { Sheet } from './sheet.tsx'

const route = getRouteApi('/shell/review/forms/$caseId/$version')

export function FormReview() {
  const { caseId, version } = route.useParams()
  return <Review key={`${caseId}/${version}`} caseId={caseId} version={Number(version)} />
}

function Review({ caseId, version }: { caseId: string; version: number }) {
  const t = useText()
  const navigate = route.useNavigate()
  const search = route.useSearch()
  const { data: theCase } = useSuspenseQuery(caseQuery(caseId))
  const { data: form } = useSuspenseQuery(formQuery(caseId, version))
  const result = useRef<HTMLHeadingElement>(null)
  const firstSheet = form.problems.find(({ sheet }) => sheet !== null)?.sheet ?? undefined
  const sheet = search.sheet ?? firstSheet
  const show = (next: { sheet: string | undefined; cell?: string | undefined }) =>
    void navigate({ search: { sheet: next.sheet, cell: next.cell }, replace: true })
  const jump = ({ sheet: on, cell }: Problem) => show({ sheet: on ?? sheet, cell: cell ?? undefined })
  return (
    <Page
      title={t('desk.form-title', { version })}
      above={
        <AnchorLink to="/cases/$caseId/forms" params={{ caseId }} size="sm">
          {t('desk.forms-of', { caseId })}
        </AnchorLink>
      }
      subtitle={
        <Group gap="0.2rem 0.9rem" fz="sm">
          <AnchorLink to="/cases/$caseId" params={{ caseId }} className="mono" inherit>
            {caseId}
          </AnchorLink>
          <span>{theCase.customerName}</span>
          <span>
            {t('desk.order')} <span className="mono">{theCase.orderNumber}</span>
          </span>
        </Group>
      }
      actions={
        <Button
          variant="default"
          leftSection={<IconMessage size={16} aria-hidden />}
          renderRoot={(button) => <Link to="/cases/$caseId/messages" params={{ caseId }} {...button} />}
        >
          {t('desk.write-customer')}
        </Button>
      }
    >
      <SideBySide
        leftTitle={t('desk.sheet-as-sent')}
        rightTitle={t('desk.what-was-read')}
        left={
          <Sheet
            key={`${sheet} ${form.formVersion}`}
            form={form}
            sheet={sheet}
            cell={search.cell}
            onSheet={(name) => show({ sheet: name })}
          />
        }
        right={
          <Stack>
            <About form={form} theCase={theCase} />
            {form.actions.includes('apply-form') && <Apply form={form} theCase={theCase} result={result} />}
            <Title order={2} size="h3" ref={result} tabIndex={-1}>
              {t('desk.problems', { count: form.problems.length })}
            </Title>
            <ProblemList problems={form.problems} current={search.cell} onJump={jump} />
            <ChangeList form={form} />
            <HeaderFields header={form.header} />
          </Stack>
        }
      />
    </Page>
  )
}

function About({ form, theCase }: { form: Schema['Form']; theCase: Schema['Case'] }) {
  const t = useText()
  const format = useFormat()
  return (
    <section>
      <Group justify="space-between" align="start" gap="xs" mb={4}>
        <Title order={2} size="h3" style={{ overflowWrap: 'anywhere' }}>
          {form.fileName}
        </Title>
        <FormState form={form} waiting={theCase.formWaiting} />
      </Group>
      <Text size="sm">
        {t('desk.form-about', {
          name: form.uploadedByName ?? 'none',
          at: format.instant(form.uploadedAt),
          lines: form.lines,
          changes: form.diff.length,
        })}
      </Text>
      {form.actions.includes('download-form-file') && (
        <Anchor href={`/api/cases/${form.caseId}/forms/${form.formVersion}/file`} download size="sm">
          {t('desk.download-form')}
        </Anchor>
      )}
    </section>
  )
}
