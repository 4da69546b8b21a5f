import { Button } from '@mantine/core'
import { IconScan } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../../app/language.tsx'
import { AnchorLink, ButtonLink } from '../../ui/links.tsx'
import { Page } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'
import { Empty, Loading } from '../../ui/states.tsx'
import { receiptQuery } from './queries.ts'
import { ReceiptRecord } from './record.tsx'
import { Scanning } from './scanning.tsx'
import { Start } from './start.tsx'
import { type Queues, useQueues } from './use-queues.ts'

const route = getRouteApi('/shell/dock')

export function Dock() {
  const { receipt } = route.useSearch()
  const queues = useQueues()
  return receipt === undefined ? (
    <Start queues={queues} />
  ) : (
    <Chosen key={receipt} id={receipt} queues={queues} />
  )
}

function Chosen({ id, queues }: { id: string; queues: Queues }) {
  const t = useText()
  const { data: receipt, error, refetch } = useQuery(receiptQuery(id))
  if (receipt)
    return receipt.actions.includes('scan-device') ? (
      <Scanning receipt={receipt} queues={queues} />
    ) : (
      <ReceiptRecord receipt={receipt} queues={queues} />
    )
  return (
    <Page title={t('dock.title')} above={<AnchorLink to="/dock">{t('dock.all-receipts')}</AnchorLink>}>
      {error !== null ? (
        <>
          <Refused error={error} />
          <Button mt="md" onClick={() => void refetch()}>
            {t('shell.try-again')}
          </Button>
        </>
      ) : receipt === null ? (
        <Empty
          icon={IconScan}
          title={t('dock.no-receipt')}
          action={<ButtonLink to="/dock">{t('dock.all-receipts')}</ButtonLink>}
        >
          {t('dock.no-receipt-help')}
        </Empty>
      ) : (
        <Loading />
      )}
    </Page>
  )
}
