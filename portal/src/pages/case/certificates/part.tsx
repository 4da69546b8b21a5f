import { Box, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconCertificate } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { Schema } from '../../../api/client.ts'
import { useText } from '../../../app/language.tsx'
import { caseKey, useCase } from '../../../subjects/case/queries.ts'
import { More, useCursorPages } from '../../../ui/cursor-pages.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { Empty, Loading } from '../../../ui/states.tsx'
import { Certificate } from './certificate.tsx'
import { Issue } from './issue.tsx'
import { certificatesPage } from './queries.ts'

export function CaseCertificates() {
  const t = useText()
  const theCase = useCase()
  const [issuing, setIssuing] = useState(false)
  const [handing, setHanding] = useState<number | null | undefined>()
  const heading = useRef<HTMLHeadingElement>(null)
  const pages = useCursorPages([...caseKey(theCase.id), 'certificates'], certificatesPage(theCase.id))
  const certificates = pages.items.toReversed()
  const mayIssue = theCase.actions.includes('issue-certificate')
  // A pasted file goes to one certificate only, so one is open for it at a time.
  const open =
    handing !== undefined
      ? handing
      : certificates.find(({ actions }) => actions.includes('submit-signed-certificate'))?.number
  return (
    <Stack gap="md">
      <Group justify="space-between" align="end" gap="sm">
        <Box flex="1 1 20rem">
          <Title order={2} ref={heading} tabIndex={-1}>
            {t('documents.certificates')}
          </Title>
          <Text c="dimmed" maw={720}>
            {t('documents.certificates-lead')}
          </Text>
        </Box>
        {mayIssue && !issuing && (
          <Button
            onClick={() => setIssuing(true)}
            variant={certificates.length === 0 ? 'filled' : 'default'}
            className="no-print"
          >
            {t('documents.issue')}
          </Button>
        )}
      </Group>
      {issuing && (
        <Issue
          onClose={() => {
            setIssuing(false)
            heading.current?.focus()
          }}
        />
      )}
      <Refused error={pages.error} />
      {pages.isPending && <Loading />}
      {pages.isSuccess && certificates.length === 0 && !issuing && (
        <Empty icon={IconCertificate} title={t('documents.no-certificates')}>
          {t(mayIssue ? 'documents.no-certificates-issue' : 'documents.no-certificates-route')}
        </Empty>
      )}
      {certificates.map((certificate) => (
        <Certificate
          key={certificate.number}
          certificate={certificate}
          handingIn={open === certificate.number}
          issuedAnewAs={laterFor(certificate, certificates)}
          onHandIn={(wanted) => setHanding(wanted ? certificate.number : null)}
        />
      ))}
      <More pages={pages} />
    </Stack>
  )
}

/** The newest certificate that was issued after this one for any of its devices. */
const laterFor = (
  { number, lines }: Schema['Certificate'],
  certificates: readonly Schema['Certificate'][],
): number | undefined =>
  certificates.find(
    (other) => other.number > number && other.lines.some(({ row }) => lines.some((line) => line.row === row)),
  )?.number
