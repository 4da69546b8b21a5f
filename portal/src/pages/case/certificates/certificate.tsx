import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAlertTriangle, IconChevronDown } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useId, useRef } from 'react'
import type { Schema } from '../../../api/client.ts'
import { useText } from '../../../app/language.tsx'
import { CertificateState } from '../../../subjects/case/certificate-state.tsx'
import { useFormat } from '../../../ui/format.ts'
import { FileLink } from '../papers/file-link.tsx'
import { PaperMenu } from '../papers/paper-menu.tsx'
import classes from './certificate.module.css'
import { HandIn } from './hand-in.tsx'
import { Rejected } from './rejected.tsx'
import { SignedPages } from './signed-pages.tsx'

/** One certificate: for which devices, where it stands, and what happens next. */
export function Certificate({
  certificate,
  handingIn,
  issuedAnewAs,
  onHandIn,
}: {
  certificate: Schema['Certificate']
  /** Its signed document is being chosen here. */
  handingIn: boolean
  issuedAnewAs: number | undefined
  onHandIn: (wanted: boolean) => void
}) {
  const t = useText()
  const format = useFormat()
  const heading = useRef<HTMLHeadingElement>(null)
  const { number, caseId, state, lines, changed, credit, issuedAt, signed, actions } = certificate
  const path = `/cases/${caseId}/certificates/${number}`
  const maySubmit = actions.includes('submit-signed-certificate')
  const handIn = () => {
    // The button goes, and the keyboard would go with it.
    heading.current?.focus()
    onHandIn(true)
  }
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={`certificate-${number}`}>
      <Stack gap="sm">
        <Group justify="space-between" align="start" gap="sm">
          <div>
            <Title order={3} id={`certificate-${number}`} ref={heading} tabIndex={-1}>
              {t('documents.certificate-number', { number })}
            </Title>
            <Text size="sm" c="dimmed">
              {t('documents.certificate-about', {
                count: lines.length,
                credit: format.money(credit),
                on: format.dayOf(issuedAt),
                version: certificate.certificateVersion,
              })}
            </Text>
          </div>
          <CertificateState state={state} />
        </Group>
        {state === 'rejected' && <Rejected certificate={certificate} issuedAnewAs={issuedAnewAs} />}
        {state !== 'rejected' && <Text>{t(`documents.certificate-next-${state}`)}</Text>}
        {state === 'accepted' && certificate.decision?.note != null && certificate.decision.note !== '' && (
          <Text>{t('documents.desk-note', { note: certificate.decision.note })}</Text>
        )}
        {state === 'issued' && changed.length > 0 && <Outdated changed={changed} />}
        <Lines lines={lines} />
        {signed !== null && (
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {t('documents.signed-by', {
              fileName: signed.fileName,
              pages: signed.pages,
              name: signed.submittedByName ?? 'none',
              at: format.instant(signed.submittedAt),
            })}
          </Text>
        )}
        {signed !== null && actions.includes('read-signed-document-page') && (
          <SignedPages path={path} pages={signed.pages} number={number} />
        )}
        <Group gap="xs" className="no-print">
          {actions.includes('download-certificate') && state === 'issued' && (
            <PaperMenu
              label={t('documents.print-certificate')}
              path={`${path}/paper`}
              papers={['a4', 'letter']}
            />
          )}
          {maySubmit && !handingIn && (
            <Button variant="default" onClick={handIn}>
              {t('documents.hand-in-signed')}
            </Button>
          )}
          {actions.includes('decide-certificate') && (
            <Button
              renderRoot={(button) => (
                <Link
                  to="/review/certificates/$caseId/$number"
                  params={{ caseId, number: String(number) }}
                  {...button}
                />
              )}
            >
              {t('documents.review')}
            </Button>
          )}
          {actions.includes('download-signed-certificate') && (
            <FileLink
              path={`${path}/signed-document`}
              text={t('documents.download-signed')}
              about={t('documents.certificate-number', { number })}
            />
          )}
        </Group>
        {maySubmit && handingIn && <HandIn path={`${path}/signed-document`} caseId={caseId} />}
      </Stack>
    </Paper>
  )
}

/** What is on the paper is not what the case knows any more: the server would refuse the signed page. */
function Outdated({ changed }: Pick<Schema['Certificate'], 'changed'>) {
  const t = useText()
  return (
    <Alert
      color="yellow"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('documents.outdated', { count: changed.length })}
    >
      <ul style={{ margin: 0, paddingInlineStart: '1.2rem' }}>
        {changed.slice(0, 20).map(({ row, printed, now }) => (
          <li key={row}>
            {t('documents.outdated-row', { row, printed: printed ?? 'none', now: now ?? 'none' })}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

function Lines({ lines }: Pick<Schema['Certificate'], 'lines'>) {
  const t = useText()
  const [opened, { toggle }] = useDisclosure(lines.length <= 3)
  const id = useId()
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={toggle}
        aria-expanded={opened}
        aria-controls={id}
        rightSection={
          <IconChevronDown
            size={16}
            aria-hidden
            style={{ transform: opened ? 'rotate(180deg)' : undefined }}
          />
        }
      >
        {t('documents.devices-of', { count: lines.length })}
      </Button>
      <ul id={id} hidden={!opened} className={classes['devices']}>
        {lines.map(({ row, sku, serial }) => (
          <li key={row}>
            <Text size="sm" component="span">
              {t('documents.device-row', { row })} <span className="mono">{sku}</span>{' '}
              {serial === null ? t('documents.no-serial') : <span className="mono">{serial}</span>}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  )
}
