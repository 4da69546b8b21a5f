import { Group, Mark, Text } from '@mantine/core'
import { IconTargetArrow } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useMay, useMe } from '../../app/session.ts'
import { Sign } from '../../ui/status.tsx'
import classes from './search.module.css'

type SearchHit = Schema['SearchHit']
type HitKind = Schema['SearchResult']['groups'][number]['kind']

/** One thing that was found, what of it fits marked. */
export function Hit({ kind, hit, q }: { kind: HitKind; hit: SearchHit; q: string }) {
  const t = useText()
  const { exact, subtitle, orderNumber, purchaseOrder, sku, caseId, number } = hit
  const named = kind === 'customer' || kind === 'partner'
  const title = kind === 'certificate' ? `${caseId}/${number}` : hit.title
  return (
    <Place kind={kind} hit={hit}>
      <Group gap="xs" component="span">
        <Text span fw={600} {...(!named && { className: 'mono' })}>
          <Marked text={title} part={q} />
        </Text>
        {exact && <Sign icon={IconTargetArrow} color="green" text={t('desk.exact')} />}
      </Group>
      <Text span size="sm" display="block">
        <Marked text={subtitle} part={q} />
        {sku !== null && <Detail text={t('desk.hit-sku', { sku })} />}
        {kind !== 'order' && kind !== 'case' && caseId !== null && kind !== 'certificate' && (
          <Detail text={t('desk.of-case', { caseId })} />
        )}
        {kind !== 'order' && orderNumber !== null && (
          <Detail text={t('desk.hit-order', { number: orderNumber })} />
        )}
        {purchaseOrder !== null && (
          <>
            {' · '}
            {t('desk.hit-purchase-order')} <Marked text={purchaseOrder} part={q} />
          </>
        )}
      </Text>
    </Place>
  )
}

const Detail = ({ text }: { text: string }) => ` · ${text}`

/** Where this leads, for whoever may go there. */
function Place({ kind, hit, children }: { kind: HitKind; hit: SearchHit; children: ReactNode }) {
  const me = useMe()
  const may = useMay()
  const { caseId, orderId, organisationId, number, title } = hit
  const common = { children, className: classes['hit'], 'data-hit': true } as const
  const ofCase = { caseId: caseId ?? '' }
  switch (kind) {
    case 'case':
      return <Link to="/cases/$caseId" params={ofCase} {...common} />
    case 'unit':
      return caseId !== null ? (
        <Link to="/cases/$caseId" params={ofCase} search={{ search: title }} {...common} />
      ) : (
        <Link to="/orders/$orderId" params={{ orderId: orderId ?? '' }} {...common} />
      )
    case 'order':
      return <Link to="/orders/$orderId" params={{ orderId: orderId ?? '' }} {...common} />
    case 'shipment':
      return <Link to="/cases/$caseId/shipping" params={ofCase} {...common} />
    case 'certificate':
      return may('decide-certificate') ? (
        <Link
          to="/review/certificates/$caseId/$number"
          params={{ ...ofCase, number: String(number) }}
          {...common}
        />
      ) : (
        <Link to="/cases/$caseId/certificates" params={ofCase} {...common} />
      )
    case 'customer':
    case 'partner':
      if (me.organisation.kind === 'vendor' && may('read-organisation'))
        return <Link to="/organisations/$organisationId" params={{ organisationId }} {...common} />
      if (kind === 'customer') return <Link to="/cases" search={{ customer: organisationId }} {...common} />
      return <div className={classes['hit']}>{children}</div>
  }
}

/** Numbers are found however they are spaced, and so they are marked. */
function Marked({ text, part }: { text: string; part: string }) {
  const signs = [...part.replaceAll(/[\s-]/g, '')].map((sign) =>
    sign.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`),
  )
  const at = signs.length === 0 ? null : new RegExp(signs.join(String.raw`[\s-]*`), 'i').exec(text)
  if (at === null) return text
  const end = at.index + at[0].length
  return (
    <>
      {text.slice(0, at.index)}
      <Mark>{text.slice(at.index, end)}</Mark>
      {text.slice(end)}
    </>
  )
}
