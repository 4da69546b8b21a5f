import { Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useText } from '../../app/language.tsx'
import { useMay, useMe } from '../../app/session.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { useFormat } from '../../ui/format.ts'
import { AnchorLink } from '../../ui/links.tsx'
import { AccessWords, MandateState } from './mandate-state.tsx'
import { isOver, type Mandate } from './queries.ts'

/** As much of a mandate as the reader does not know already: a customer its partners, a partner its customers. */
export function MandateTable({
  mandates,
  onChange,
  onRevoke,
}: {
  mandates: readonly Mandate[]
  onChange: (mandate: Mandate) => void
  onRevoke: (mandate: Mandate) => void
}) {
  const t = useText()
  const format = useFormat()
  const may = useMay()
  const { kind } = useMe().organisation
  const columns: Column<Mandate>[] = [
    ...(kind === 'customer'
      ? []
      : [
          {
            key: 'customer',
            title: t('people.customer'),
            main: true,
            cell: ({ customerId, customerName }: Mandate) => (
              <Organisation id={customerId}>{customerName}</Organisation>
            ),
          },
        ]),
    ...(kind === 'partner'
      ? []
      : [
          {
            key: 'partner',
            title: t('people.partner'),
            main: kind === 'customer',
            cell: ({ partnerId, partnerName }: Mandate) => (
              <Organisation id={partnerId}>{partnerName}</Organisation>
            ),
          },
        ]),
    { key: 'access', title: t('people.access'), cell: ({ access }) => <AccessWords access={access} /> },
    { key: 'from', title: t('people.from'), cell: ({ validFrom }) => format.dayOf(validFrom) },
    { key: 'until', title: t('people.until'), cell: ({ validUntil }) => format.dayOf(validUntil) },
    { key: 'state', title: t('people.state'), cell: (mandate) => <MandateState of={mandate} /> },
    { key: 'by', title: t('people.granted-by'), cell: ({ grantedByName }) => grantedByName },
    ...(may('revoke-mandate') || may('change-mandate')
      ? [
          {
            key: 'actions',
            title: t('people.actions'),
            number: true,
            cell: (mandate: Mandate) =>
              !isOver(mandate) && (
                <Group gap={4} justify="end" wrap="nowrap" className="no-print">
                  {may('change-mandate') && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={t('people.limit-of', { partner: mandate.partnerName })}
                      onClick={() => onChange(mandate)}
                    >
                      {t('people.limit-short')}
                    </Button>
                  )}
                  {may('revoke-mandate') && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      color="red"
                      c="var(--mantine-color-error)"
                      aria-label={t('people.revoke-mandate-of', { partner: mandate.partnerName })}
                      onClick={() => onRevoke(mandate)}
                    >
                      {t('people.revoke')}
                    </Button>
                  )}
                </Group>
              ),
          },
        ]
      : []),
    ...(kind === 'partner'
      ? [
          {
            key: 'cases',
            title: t('people.cases-of'),
            number: true,
            cell: ({ state, customerId, customerName }: Mandate) =>
              state === 'valid' && (
                <AnchorLink
                  size="sm"
                  to="/cases"
                  search={{ customer: customerId }}
                  aria-label={t('people.cases-of-customer', { name: customerName })}
                  className="no-print"
                >
                  {t('people.cases-of')}
                </AnchorLink>
              ),
          },
        ]
      : []),
  ]
  return (
    <DataTable
      caption={t('people.mandates-table')}
      columns={columns}
      rows={mandates}
      rowKey={({ id }) => id}
    />
  )
}

function Organisation({ id, children }: { id: string; children: ReactNode }) {
  const { kind } = useMe().organisation
  const may = useMay()
  return kind === 'vendor' && may('read-organisation') ? (
    <AnchorLink size="sm" to="/organisations/$organisationId" params={{ organisationId: id }}>
      {children}
    </AnchorLink>
  ) : (
    <Text span size="sm" fw={600}>
      {children}
    </Text>
  )
}
