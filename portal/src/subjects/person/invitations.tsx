import { Button, Group, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/session.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { More, useCursorPages } from '../../ui/cursor-pages.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { useFormat } from '../../ui/format.ts'
import { useAction } from '../../ui/use-action.ts'
import { Failed } from './failed.tsx'
import { type Invitation, invitationsKey, loadInvitations, touchedByPeople } from './queries.ts'
import { useRoleWords } from './roles.tsx'

export function Invitations({ organisationId }: { organisationId: string }) {
  const t = useText()
  const format = useFormat()
  const may = useMay()
  const roleWords = useRoleWords()
  const [withdrawing, setWithdrawing] = useState<Invitation | null>(null)
  const pages = useCursorPages(invitationsKey(organisationId), (cursor) =>
    loadInvitations(organisationId, cursor),
  )
  const columns: Column<Invitation>[] = [
    { key: 'name', title: t('people.name'), main: true, cell: ({ name }) => name },
    {
      key: 'email',
      title: t('people.email'),
      cell: ({ email }) => <span style={{ overflowWrap: 'anywhere' }}>{email}</span>,
    },
    { key: 'roles', title: t('people.roles'), cell: ({ roles }) => roleWords(roles) },
    {
      key: 'by',
      title: t('people.invited-by'),
      cell: ({ inviterName, invitedAt }) => (
        <span>
          {inviterName}{' '}
          <Text span size="sm" c="dimmed">
            {format.dayOf(invitedAt)}
          </Text>
        </span>
      ),
    },
    { key: 'expires', title: t('people.expires-on'), cell: ({ expiresAt }) => format.dayOf(expiresAt) },
    ...(may('withdraw-invitation')
      ? [
          {
            key: 'actions',
            title: t('people.actions'),
            number: true,
            cell: (invitation: Invitation) => (
              <Button
                size="compact-sm"
                variant="subtle"
                className="no-print"
                aria-label={t('people.withdraw-of', { name: invitation.name })}
                onClick={() => setWithdrawing(invitation)}
              >
                {t('people.withdraw')}
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <section>
      <Group mt="xl" mb="xs">
        <Title order={2}>{t('people.invitations')}</Title>
      </Group>
      <Failed query={pages} />
      {pages.items.length > 0 ? (
        <DataTable
          caption={t('people.invitations-table')}
          columns={columns}
          rows={pages.items}
          rowKey={({ id }) => id}
        />
      ) : (
        pages.isSuccess && <Text c="dimmed">{t('people.no-invitations')}</Text>
      )}
      <More pages={pages} />
      {withdrawing !== null && <Withdraw invitation={withdrawing} onClose={() => setWithdrawing(null)} />}
    </section>
  )
}

function Withdraw({
  invitation: { id, name, organisationId },
  onClose,
}: {
  invitation: Invitation
  onClose: () => void
}) {
  const t = useText()
  const action = useAction({
    run: (_: null, header) => answerOf(api.DELETE('/invitations/{id}', { params: { path: { id }, header } })),
    invalidates: touchedByPeople(organisationId),
    done: t('people.withdrawn-done', { name }),
    onDone: () => {
      onClose()
    },
  })
  return (
    <Confirm
      title={t('people.withdraw-title', { name })}
      means={[t('people.withdraw-means')]}
      confirm={t('people.withdraw-now')}
      action={action}
      onConfirm={() => action.mutate(null)}
      onClose={onClose}
    />
  )
}
