import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { useFormat } from '../../ui/format.ts'
import { isOver, KeyState } from './key-state.tsx'

/** `owner` says whose a key is, where they are not all of one person; no button without `onRevoke`. */
export function KeyTable<Key extends Schema['ApiKeyInList']>({
  keys,
  owner,
  onRevoke,
}: {
  keys: readonly Key[]
  owner?: (key: Key) => ReactNode
  onRevoke: ((key: Key) => void) | undefined
}) {
  const t = useText()
  const format = useFormat()
  return (
    <DataTable
      caption={t('people.keys-table')}
      rows={keys}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', title: t('people.key-name'), main: true, cell: ({ name }) => name },
        ...(owner === undefined ? [] : [{ key: 'owner', title: t('people.key-of'), cell: owner }]),
        { key: 'created', title: t('people.created'), cell: ({ createdAt }) => format.dayOf(createdAt) },
        {
          key: 'until',
          title: t('people.key-until'),
          cell: ({ expiresAt }) => (expiresAt === null ? t('people.key-no-end') : format.dayOf(expiresAt)),
        },
        { key: 'state', title: t('people.state'), cell: (key) => <KeyState of={key} /> },
        ...(onRevoke === undefined
          ? []
          : [
              {
                key: 'actions',
                title: t('people.actions'),
                number: true,
                cell: (key: Key) =>
                  !isOver(key) && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      color="red"
                      c="var(--mantine-color-error)"
                      className="no-print"
                      aria-label={t('people.revoke-key-of', { name: key.name })}
                      onClick={() => onRevoke(key)}
                    >
                      {t('people.revoke')}
                    </Button>
                  ),
              },
            ]),
      ]}
    />
  )
}
