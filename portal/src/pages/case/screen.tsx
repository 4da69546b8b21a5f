import { Button, Group } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/session.ts'
import { useCase } from '../../subjects/case/queries.ts'
import { AnchorLink } from '../../ui/links.tsx'
import { Page } from '../../ui/page.tsx'
import { Loading } from '../../ui/states.tsx'
import { CaseTabs } from './case-tabs.tsx'
import { CaseChargeBacks } from './charge-backs.tsx'
import { CaseSummary } from './summary.tsx'

export function Case() {
  const t = useText()
  const view = useCase()
  return (
    <Page
      title={t('cases.case', { id: view.id })}
      above={
        <AnchorLink to="/cases" size="sm">
          {t('cases.title')}
        </AnchorLink>
      }
      subtitle={<Whose />}
      actions={
        <Button
          visibleFrom="sm"
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('cases.print')}
        </Button>
      }
    >
      <CaseSummary view={view} />
      <CaseChargeBacks view={view} />
      <CaseTabs view={view} />
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
    </Page>
  )
}

function Whose() {
  const t = useText()
  const may = useMay()
  const { customerName, partnerName, orderId, orderNumber, purchaseOrder, programme } = useCase()
  return (
    <Group gap="0.2rem 0.9rem" fz="sm">
      <span>{customerName}</span>
      <span>
        {t('cases.order')}{' '}
        {may('read-order') ? (
          <AnchorLink to="/orders/$orderId" params={{ orderId }} className="mono" inherit>
            {orderNumber}
          </AnchorLink>
        ) : (
          <span className="mono">{orderNumber}</span>
        )}
      </span>
      {purchaseOrder !== null && <span>{t('cases.purchase-order', { number: purchaseOrder })}</span>}
      {partnerName !== null && <span>{t('cases.by-partner', { name: partnerName })}</span>}
      <span>{programme.name}</span>
    </Group>
  )
}
