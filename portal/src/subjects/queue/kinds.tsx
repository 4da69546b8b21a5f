import {
  type Icon,
  IconCertificate,
  IconClock,
  IconCoins,
  IconMessage,
  IconPackages,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode, RefObject } from 'react'
import { useText } from '../../app/language.tsx'
import { Sign } from '../../ui/status.tsx'
import type { Item } from './queries.ts'

const signs: Readonly<Record<Item['kind'], { icon: Icon; color: string }>> = {
  'certificate-review': { icon: IconCertificate, color: 'grape' },
  'charge-back-decision': { icon: IconCoins, color: 'red' },
  'extension-decision': { icon: IconClock, color: 'blue' },
  'thread-answer': { icon: IconMessage, color: 'cyan' },
  'unmatched-goods': { icon: IconPackages, color: 'orange' },
}

export function Kind({ kind }: Pick<Item, 'kind'>) {
  const t = useText()
  return <Sign {...signs[kind]} text={t(`desk.kind-${kind}`)} />
}

/** Leads to where this one is decided. */
export function ItemLink({
  item: { kind, caseId, receiptId, number },
  children,
  onOpen,
  ref,
  className,
}: {
  item: Item
  children: ReactNode
  onOpen?: () => void
  ref?: RefObject<HTMLAnchorElement | null> | ((link: HTMLAnchorElement | null) => void)
  className?: string | undefined
}) {
  const common = { ref, className, children, ...(onOpen && { onClick: onOpen }) }
  const ofCase = { caseId: caseId ?? '' }
  switch (kind) {
    case 'certificate-review':
      return (
        <Link
          to="/review/certificates/$caseId/$number"
          params={{ ...ofCase, number: String(number) }}
          {...common}
        />
      )
    case 'charge-back-decision':
      return <Link to="/charge-backs" {...common} />
    case 'extension-decision':
      return (
        <Link
          from="/queue"
          to="/queue"
          search={(before) => ({ ...before, extension: `${caseId}/${number}` })}
          {...common}
        />
      )
    case 'thread-answer':
      return <Link to="/cases/$caseId/messages" params={ofCase} {...common} />
    case 'unmatched-goods':
      return <Link to="/goods" search={{ held: `${receiptId}/${number}` }} {...common} />
  }
}
