import { Textarea } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../app/language.tsx'
import type { Item } from '../../subjects/queue/queries.ts'
import { useFormat } from '../../ui/format.ts'
import { BulkDialog } from './bulk-dialog.tsx'
import { decideExtension, extensionQuery } from './extension-queries.ts'

/** Every one of these requests granted as asked, or every one denied. */
export function BulkExtensions({
  granted,
  items,
  onClose,
}: {
  granted: boolean
  items: readonly Item[]
  onClose: (done: readonly Item[]) => void
}) {
  const t = useText()
  const format = useFormat()
  const [note, setNote] = useState('')
  const requests = useQueries({
    queries: items.map(({ caseId, number }) => extensionQuery(caseId ?? '', number)),
  })
  return (
    <BulkDialog
      title={t(granted ? 'desk.bulk-grant-title' : 'desk.bulk-deny-title', { count: items.length })}
      items={items}
      onClose={onClose}
      confirm={t(granted ? 'desk.bulk-grant-now' : 'desk.bulk-deny-now', { count: items.length })}
      run={({ caseId, number }, headers) =>
        decideExtension({ caseId: caseId ?? '', number }, { granted, note: note.trim() }, headers)
      }
      describe={(item) => {
        const request = requests[items.indexOf(item)]?.data
        return (
          <>
            <span className="mono">{item.caseId}</span> {item.customerName}
            {request !== undefined &&
              `, ${t('desk.bulk-extension', { until: format.day(request.until), reason: request.reason })}`}
          </>
        )
      }}
    >
      <Textarea
        label={t('desk.note-customer')}
        description={t(granted ? 'desk.note-optional' : 'desk.note-denied')}
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        data-autofocus
      />
    </BulkDialog>
  )
}
