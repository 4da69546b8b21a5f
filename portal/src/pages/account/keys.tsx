import { Box, Button, Group, Text, Title } from '@mantine/core'
import { IconKey, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { Failed } from '../../subjects/person/failed.tsx'
import { KeyTable } from '../../subjects/person/key-table.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { More, useCursorPages } from '../../ui/cursor-pages.tsx'
import { Empty } from '../../ui/states.tsx'
import { useAction } from '../../ui/use-action.ts'
import { CreateKey } from './create-key.tsx'

type Key = Schema['ApiKeyInList']

export function MyKeys() {
  const t = useText()
  const [creating, setCreating] = useState(false)
  const [revoking, setRevoking] = useState<Key | null>(null)
  const pages = useCursorPages(['api-keys', 'mine'], (cursor) =>
    answerOf(api.GET('/api-keys', { params: { query: { cursor } } })),
  )
  return (
    <section>
      <Group justify="space-between" align="end" mb="sm">
        <Box flex="1 1 20rem">
          <Title order={2}>{t('people.my-keys')}</Title>
          <Text c="dimmed" size="sm">
            {t('people.my-keys-lead')}
          </Text>
        </Box>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setCreating(true)}
        >
          {t('people.create-key')}
        </Button>
      </Group>
      <Failed query={pages} />
      {pages.items.length > 0 && <KeyTable keys={pages.items} onRevoke={setRevoking} />}
      {pages.isSuccess && pages.items.length === 0 && (
        <Empty icon={IconKey} title={t('people.no-keys')}>
          {t('people.no-keys-help')}
        </Empty>
      )}
      <More pages={pages} />
      {creating && <CreateKey onClose={() => setCreating(false)} />}
      {revoking !== null && <RevokeMine of={revoking} onClose={() => setRevoking(null)} />}
    </section>
  )
}

function RevokeMine({ of: { id, name }, onClose }: { of: Key; onClose: () => void }) {
  const t = useText()
  const action = useAction({
    run: (_: null, header) => answerOf(api.DELETE('/api-keys/{id}', { params: { path: { id }, header } })),
    invalidates: [['api-keys']],
    done: t('people.key-revoked-done', { name }),
    onDone: () => {
      onClose()
    },
  })
  return (
    <Confirm
      title={t('people.revoke-key-title', { name })}
      means={[t('people.revoke-key-means')]}
      confirm={t('people.revoke-key-now')}
      action={action}
      onConfirm={() => action.mutate(null)}
      onClose={onClose}
    />
  )
}
