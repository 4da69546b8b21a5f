import { Alert, Text, Textarea } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { caseQuery } from '../../subjects/case/queries.ts'
import type { Item } from '../../subjects/queue/queries.ts'
import { decideCertificate } from '../../subjects/review/decide.ts'
import { certificateQuery } from '../../subjects/review/queries.ts'
import { noRejection, RejectionForm } from '../../subjects/review/rejection.tsx'
import { useFormat } from '../../ui/format.ts'
import { AnchorLink } from '../../ui/links.tsx'
import { BulkDialog } from './bulk-dialog.tsx'

/** All of these whole, or all of them rejected for the same reason. */
export function BulkCertificates({
  decision,
  items,
  onClose,
}: {
  decision: 'accept' | 'reject'
  items: readonly Item[]
  onClose: (done: readonly Item[]) => void
}) {
  const t = useText()
  const [note, setNote] = useState('')
  const [rejection, setRejection] = useState(noRejection)
  const cases = useQueries({ queries: items.map(({ caseId }) => caseQuery(caseId ?? '')) })
  const certificates = useQueries({
    queries: items.map(({ caseId, number }) => certificateQuery(caseId ?? '', number)),
  })
  const known = cases.flatMap(({ data }) => data ?? [])
  const certificateOf = (item: Item) => certificates[items.indexOf(item)]?.data
  const accepting = decision === 'accept'
  return (
    <BulkDialog
      title={t(accepting ? 'desk.bulk-accept-title' : 'desk.bulk-reject-title', { count: items.length })}
      items={items}
      onClose={onClose}
      confirm={t(accepting ? 'desk.bulk-accept-now' : 'desk.bulk-reject-now', { count: items.length })}
      ready={accepting || rejection.code !== ''}
      run={({ caseId, number }, headers) =>
        decideCertificate(
          { caseId: caseId ?? '', number },
          accepting
            ? { decision, note: note.trim() }
            : { decision, reason: rejection.code, note: rejection.note.trim() },
          headers,
        )
      }
      describe={(item) => <Certificate item={item} certificate={certificateOf(item)} />}
    >
      {accepting ? (
        <>
          <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
            {t('desk.bulk-accept-help')}
          </Alert>
          <Textarea
            label={t('desk.note-customer')}
            description={t('desk.note-optional')}
            autosize
            minRows={2}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </>
      ) : (
        known.length > 0 && <RejectionForm cases={known} value={rejection} onChange={setRejection} />
      )}
    </BulkDialog>
  )
}

function Certificate({
  item: { caseId, number, count, customerName },
  certificate,
}: {
  item: Item
  certificate: Schema['Certificate'] | undefined
}) {
  const t = useText()
  const format = useFormat()
  return (
    <>
      <AnchorLink
        to="/review/certificates/$caseId/$number"
        params={{ caseId: caseId ?? '', number: String(number) }}
        target="_blank"
        underline="always"
        inherit
      >
        {t('desk.certificate-of', { number, caseId })}
      </AnchorLink>
      {', '}
      {t('desk.bulk-certificate', {
        customer: customerName,
        count,
        credit: certificate === undefined ? 'none' : format.money(certificate.credit),
      })}
      {certificate !== undefined && certificate.changed.length > 0 && (
        <Text size="sm" fw={600}>
          {t('desk.changed', { count: certificate.changed.length })}
        </Text>
      )}
    </>
  )
}
