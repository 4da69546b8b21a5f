import { Alert, Button, Group, Kbd, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/session.ts'
import { CertificateState } from '../../subjects/case/certificate-state.tsx'
import { choicesQuery } from '../../subjects/case/programme-choices.ts'
import { caseQuery } from '../../subjects/case/queries.ts'
import { ItemLink } from '../../subjects/queue/kinds.tsx'
import { neighboursOf, rememberedPlace, rememberPlace } from '../../subjects/queue/place.ts'
import { type Item, useQueue } from '../../subjects/queue/queries.ts'
import { certificateQuery } from '../../subjects/review/queries.ts'
import { useFormat } from '../../ui/format.ts'
import { Keys, useKeys } from '../../ui/keys.tsx'
import { AnchorLink } from '../../ui/links.tsx'
import { Page } from '../../ui/page.tsx'
import { SideBySide } from '../../ui/side-by-side.tsx'
import { Decision } from './decision.tsx'
import { Demands } from './demands.tsx'
import { Lines } from './lines.tsx'
import { SignedPages } from './signed-pages.tsx'

const route = getRouteApi('/shell/review/certificates/$caseId/$number')

export function CertificateReview() {
  const { caseId, number } = route.useParams()
  // Another certificate is another review: nothing that was ticked or typed goes along.
  return <Review key={`${caseId}/${number}`} caseId={caseId} number={Number(number)} />
}

function Review({ caseId, number }: { caseId: string; number: number }) {
  const t = useText()
  const may = useMay()
  const navigate = useNavigate()
  const { data: theCase } = useSuspenseQuery(caseQuery(caseId))
  const { data: certificate } = useSuspenseQuery(certificateQuery(caseId, number))
  const [ticked, setTicked] = useState<ReadonlySet<number>>(
    () => new Set(certificate.lines.map(({ row }) => row)),
  )
  const decidable = certificate.actions.includes('decide-certificate')
  const kind = rememberedPlace()?.kind
  return (
    <Page
      title={t('desk.review-title', { number })}
      above={
        <AnchorLink to="/queue" search={{ kind }} size="sm">
          {t('desk.to-queue')}
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
        <>
          {may('list-queue') && <Neighbours caseId={caseId} number={number} />}
          <Keys
            keys={[
              [['a'], t('desk.key-accept')],
              [['r'], t('desk.key-reject')],
              [['n'], t('desk.key-next')],
              [['p'], t('desk.key-previous')],
              [['←', '→'], t('desk.key-page')],
              [['+', '-', '0'], t('desk.key-zoom')],
              [['t'], t('desk.turn')],
            ]}
          />
        </>
      }
    >
      <SideBySide
        leftTitle={t('desk.document')}
        rightTitle={t('desk.printed')}
        left={<SignedPages certificate={certificate} />}
        right={
          <Stack>
            <About certificate={certificate} />
            {certificate.decision !== null && (
              <Decided certificate={certificate} programme={theCase.programme} />
            )}
            {decidable && (
              <Decision
                certificate={certificate}
                theCase={theCase}
                ticked={ticked}
                onDone={() => void navigate({ to: '/queue', search: { kind } })}
              />
            )}
            {certificate.changed.length > 0 && (
              <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
                {t('desk.changed', { count: certificate.changed.length })}
              </Alert>
            )}
            <section>
              <Title order={2} size="h3" mb={6}>
                {t('desk.lines')}
              </Title>
              <Lines certificate={certificate} ticked={decidable ? ticked : null} onTick={setTicked} />
            </section>
            <Demands programme={theCase.programme} />
          </Stack>
        }
      />
    </Page>
  )
}

function About({ certificate }: { certificate: Schema['Certificate'] }) {
  const t = useText()
  const format = useFormat()
  const { certificateVersion, state, lines, credit, issuedAt, signed } = certificate
  return (
    <section>
      <Group justify="space-between" align="start" gap="sm">
        <Title order={2} size="h3">
          {t('desk.version', { version: certificateVersion })}
        </Title>
        <CertificateState state={state} />
      </Group>
      <Text size="sm">
        {t('desk.certificate-about', {
          count: lines.length,
          credit: format.money(credit),
          on: format.dayOf(issuedAt),
        })}
      </Text>
      {signed !== null && (
        <Text size="sm">
          {t('desk.submitted-by', {
            name: signed.submittedByName ?? 'none',
            at: format.instant(signed.submittedAt),
          })}
        </Text>
      )}
    </section>
  )
}

/** By a colleague, or long ago: nothing is left to decide. */
function Decided({
  certificate: { state, decision },
  programme,
}: {
  certificate: Schema['Certificate']
  programme: Schema['Case']['programme']
}) {
  const t = useText()
  const format = useFormat()
  const { data: choices } = useQuery(choicesQuery(programme))
  if (decision === null) return null
  const accepted = state === 'accepted'
  const reason = choices?.rejectionReasons.find(({ code }) => code === decision.reason)
  return (
    <Alert
      color={accepted ? 'green' : 'red'}
      icon={accepted ? <IconCheck aria-hidden /> : <IconX aria-hidden />}
      role="status"
      title={t(accepted ? 'desk.was-accepted' : 'desk.was-rejected', {
        name: decision.decidedByName ?? 'none',
        at: format.instant(decision.decidedAt),
      })}
    >
      {reason !== undefined && <Text size="sm">{reason.text}</Text>}
      {decision.note !== null && decision.note !== '' && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {t('desk.note-reads', { note: decision.note })}
        </Text>
      )}
    </Alert>
  )
}

/** To the certificates before and after this one in the queue. */
function Neighbours({ caseId, number }: { caseId: string; number: number }) {
  const t = useText()
  const { items } = useQueue('certificate-review')
  const { previous, next } = neighboursOf(items, `certificate-review ${caseId} ${number}`)
  const before = useRef<HTMLAnchorElement>(null)
  const after = useRef<HTMLAnchorElement>(null)
  useKeys({ n: () => after.current?.click(), p: () => before.current?.click() })
  const kind = rememberedPlace()?.kind
  const remember = (item: Item) => () => rememberPlace(items, item, kind)
  return (
    <>
      {previous !== undefined && (
        <Button
          variant="default"
          rightSection={<Kbd>p</Kbd>}
          renderRoot={(button) => (
            <ItemLink item={previous} onOpen={remember(previous)} ref={before} {...button} />
          )}
        >
          {t('desk.previous')}
        </Button>
      )}
      {next !== undefined && (
        <Button
          variant="default"
          rightSection={<Kbd>n</Kbd>}
          renderRoot={(button) => <ItemLink item={next} onOpen={remember(next)} ref={after} {...button} />}
        >
          {t('desk.next')}
        </Button>
      )}
    </>
  )
}
