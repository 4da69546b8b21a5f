import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { type Details, DetailsFields, detailPointers } from '../../subjects/organisation/details-fields.tsx'
import type { Kind } from '../../subjects/person/roles.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { errorAt, Refused, refusedWith } from '../../ui/refused.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { kinds } from './search.ts'

type Wish = Details & { readonly kind: Kind; readonly account: string }
const nothing: Wish = {
  kind: 'customer',
  account: '',
  name: '',
  country: '',
  timeZone: '',
  language: 'en',
}

export function CreateOrganisation() {
  const t = useText()
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpened(true)}>
        {t('people.create-organisation')}
      </Button>
      {opened && <CreateDialog onClose={() => setOpened(false)} />}
    </>
  )
}

function CreateDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const navigate = useNavigate()
  const [draft, setDraft, forget] = useDraft('new-organisation', nothing)
  const set = (change: Partial<Wish>) => setDraft((before) => ({ ...before, ...change }))
  const action = useAction({
    run: (body: Wish, header) => answerOf(api.POST('/organisations', { params: { header }, body })),
    invalidates: [['organisations']],
    done: ({ name }) => t('people.created-done', { name }),
    onDone: ({ id }) => {
      forget()
      onClose()
      return navigate({ to: '/organisations/$organisationId', params: { organisationId: id } })
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    action.mutate({ ...draft, name: draft.name.trim(), account: draft.account.trim() })
  }
  const taken = refusedWith(action.error, 'account-taken')
  const besideField = taken || refusedWith(action.error, 'unknown-time-zone')
  return (
    <Dialog title={t('people.create-organisation')} busy={action.isPending} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack>
          <NativeSelect
            label={t('people.kind')}
            description={t('people.kind-help')}
            value={draft.kind}
            onChange={({ currentTarget: { value } }) =>
              set({ kind: kinds.find((kind) => kind === value) ?? 'customer' })
            }
            data={kinds.map((value) => ({ value, label: t(`people.kind-${value}`) }))}
            data-autofocus
          />
          <TextInput
            label={t('people.account')}
            description={t('people.account-help')}
            value={draft.account}
            onChange={({ currentTarget: { value } }) => set({ account: value })}
            error={taken ? action.error?.message : errorAt(action.error, '/body/account')}
            maxLength={60}
            autoComplete="off"
            required
            withAsterisk={false}
          />
          <DetailsFields value={draft} onChange={set} error={action.error} />
          {!besideField && <Refused error={action.error} shown={[...detailPointers, '/body/account']} />}
          <Group justify="end">
            <Button variant="default" onClick={onClose} disabled={action.isPending}>
              {t('shell.cancel')}
            </Button>
            <Button type="submit" loading={action.isPending}>
              {t('people.create-organisation-now')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
