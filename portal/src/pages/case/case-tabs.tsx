import { Badge } from '@mantine/core'
import { Link, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/session.ts'
import { countsOf } from '../../subjects/case/devices-done.tsx'
import { useFormat } from '../../ui/format.ts'
import classes from './case-tabs.module.css'

const parts = [
  { to: '/cases/$caseId', text: 'cases.tab-units', needs: 'list-units' },
  { to: '/cases/$caseId/forms', text: 'cases.tab-forms', needs: 'list-forms' },
  { to: '/cases/$caseId/certificates', text: 'cases.tab-certificates', needs: 'list-certificates' },
  { to: '/cases/$caseId/shipping', text: 'cases.tab-shipping', needs: 'list-shipments' },
  { to: '/cases/$caseId/time', text: 'cases.tab-time', needs: 'list-extensions' },
  { to: '/cases/$caseId/messages', text: 'cases.tab-messages', needs: 'list-messages' },
  { to: '/cases/$caseId/history', text: 'cases.tab-history', needs: 'read-history' },
] as const

/** Links and no tab widget: each part has an address, and the browser's own ways lead there. */
export function CaseTabs({ view }: { view: Schema['Case'] }) {
  const t = useText()
  const may = useMay()
  const nav = useRef<HTMLElement>(null)
  const path = useRouterState({ select: ({ location }) => location.pathname })
  // Sideways only: on a phone the later ones lie out of sight, and the page itself must stay where it is.
  useEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>('[aria-current]')
    if (nav.current && current) nav.current.scrollLeft = current.offsetLeft - 24
  }, [path])
  return (
    <nav ref={nav} aria-label={t('cases.parts')} className={`${classes['tabs']} no-print`}>
      <ul>
        {parts
          .filter(({ needs }) => may(needs))
          .map(({ to, text }) => (
            <li key={to}>
              <Link
                to={to}
                params={{ caseId: view.id }}
                activeOptions={{ exact: true, includeSearch: false }}
                className={classes['tab']}
              >
                {t(text)}
                <Count of={to} view={view} />
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}

function Count({ of, view }: { of: (typeof parts)[number]['to']; view: Schema['Case'] }) {
  const t = useText()
  const format = useFormat()
  const count = {
    '/cases/$caseId': countsOf(view.units).all,
    '/cases/$caseId/forms': view.forms,
    '/cases/$caseId/certificates': view.certificates,
    '/cases/$caseId/shipping': view.shipments,
    '/cases/$caseId/time': view.extensions,
    '/cases/$caseId/messages': view.messages,
    '/cases/$caseId/history': 0,
  }[of]
  const waits = of === '/cases/$caseId/messages' && view.threadWaitingSince !== null
  const shown: ReactNode = count > 0 && (
    <Badge size="sm" variant={waits ? 'filled' : 'default'} fw={500} circle={count < 10}>
      {format.number(count)}
    </Badge>
  )
  return (
    <>
      {shown}
      {waits && <span className="visually-hidden">{t('cases.awaits-answer')}</span>}
    </>
  )
}
