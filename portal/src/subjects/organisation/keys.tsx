import { Text, Title } from '@mantine/core'
import { useState } from 'react'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/session.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { More, useCursorPages } from '../../ui/cursor-pages.tsx'
import { Loading } from '../../ui/states.tsx'
import { useAction } from '../../ui/use-action.ts'
import { Failed } from '../person/failed.tsx'
import { KeyTable } from '../person/key-table.tsx'
import { organisationKey } from './queries.ts'

type Key = Schema['OrganisationApiKey']

export function OrganisationKeys({ organisationId: id }: { organisationId: string }) {
  const t = useText()
  const may = useMay()
  const [revoking, setRevoking] = useState<Key | null>(null)
  const pages = useCursorPages(['api-keys', id], (cursor) =>
    answerOf(api.GET('/organisations/{id}/api-keys', { params: { path: { id }, query: { cursor } } })),
  )
  return (
    <section>
      <Title order={2} mb="sm">
        {t('people.part-keys')}
      </Title>
      <Failed query={pages} />
      {pages.isPending && pages.error === null && <Loading />}
      {pages.items.length > 0 && (
        <KeyTable
          keys={pages.items}
          owner={({ personName }) => personName}
          onRevoke={may('revoke-organisation-api-key') ? setRevoking : undefined}
        />
      )}
      {pages.isSuccess && pages.items.length === 0 && <Text c="dimmed">{t('people.no-keys-here')}</Text>}
      <More pages={pages} />
      {revoking !== null && <Revoke organisationId={id} of={revoking} onClose={() => setRevoking(null)} />}
    </section>
  )
}

function Revoke({
  organisationId,
  of: { id: keyId, name },
  onClose,
}: {
  organisationId: string
  of: Key
  onClose: () => void
}) {
  const t = useText()
  const action = useAction({
    run: (_: null, header) =>
      answerOf(
        api.DELETE('/organisations/{id}/api-keys/{keyId}', {
          params: { path: { id: organisationId, keyId }, header },
        }),
      ),
    invalidates: [['api-keys'], organisationKey(organisationId)],
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
