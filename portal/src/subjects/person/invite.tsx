import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { type SubmitEvent, useState } from 'react'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/session.ts'
import { type Language, languages } from '../../messages/index.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useFormat } from '../../ui/format.ts'
import { errorAt, Refused, refusedWith } from '../../ui/refused.tsx'
import { ShownOnce } from '../../ui/shown-once.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { type Organisation, touchedByPeople } from './queries.ts'
import { ChooseRoles, onlyRoleOf, type Role } from './roles.tsx'

type NewInvitation = Schema['NewInvitation']

/** Asks for the person, then shows the link that lets them in. */
export function Invite({ organisation }: { organisation: Organisation }) {
  const t = useText()
  const may = useMay()
  const [opened, setOpened] = useState(false)
  if (!may('invite-person')) return null
  return (
    <>
      <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setOpened(true)}>
        {t('people.invite')}
      </Button>
      {opened && <InviteDialog organisation={organisation} onClose={() => setOpened(false)} />}
    </>
  )
}

function InviteDialog({ organisation, onClose }: { organisation: Organisation; onClose: () => void }) {
  const t = useText()
  const format = useFormat()
  const [invited, setInvited] = useState<NewInvitation | null>(null)
  if (invited === null)
    return (
      <Dialog title={t('people.invite-title', { organisation: organisation.name })} onClose={onClose}>
        <InviteForm organisation={organisation} onInvited={setInvited} onClose={onClose} />
      </Dialog>
    )
  const { name, email, expiresAt, token } = invited
  return (
    <Dialog title={t('people.invited-title', { name })} onClose={onClose} size="lg">
      {token === null ? (
        t('people.invited-elsewhere', { name })
      ) : (
        <ShownOnce
          label={t('people.invited-link')}
          secret={`${location.origin}/invitation#${token}`}
          help={t('people.invited-help', { email, day: format.dayOf(expiresAt) })}
          onDone={onClose}
        />
      )}
    </Dialog>
  )
}

const nobody = { name: '', email: '', language: null as Language | null, roles: null as Role[] | null }

function InviteForm({
  organisation: { id, kind, language: itsLanguage },
  onInvited,
  onClose,
}: {
  organisation: Organisation
  onInvited: (invitation: NewInvitation) => void
  onClose: () => void
}) {
  const t = useText()
  const [draft, setDraft, forget] = useDraft(`invite:${id}`, nobody)
  const [tried, setTried] = useState(false)
  const roles = draft.roles ?? onlyRoleOf(kind)
  const language = draft.language ?? (itsLanguage === 'de' ? 'de' : 'en')
  const set = (change: Partial<typeof nobody>) => setDraft((before) => ({ ...before, ...change }))
  const action = useAction({
    run: (body: { name: string; email: string; language: Language; roles: Role[] }, header) =>
      answerOf(api.POST('/organisations/{id}/invitations', { params: { path: { id }, header }, body })),
    invalidates: touchedByPeople(id),
    onDone: (invitation) => {
      forget()
      onInvited(invitation)
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (roles.length > 0)
      action.mutate({ name: draft.name.trim(), email: draft.email.trim(), language, roles })
  }
  const taken = refusedWith(action.error, 'email-taken') ? action.error?.message : undefined
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={t('people.name')}
          value={draft.name}
          onChange={({ currentTarget: { value } }) => set({ name: value })}
          error={errorAt(action.error, '/body/name')}
          autoComplete="off"
          required
          withAsterisk={false}
          maxLength={200}
          data-autofocus
        />
        <TextInput
          label={t('people.email')}
          type="email"
          value={draft.email}
          onChange={({ currentTarget: { value } }) => set({ email: value })}
          error={errorAt(action.error, '/body/email') ?? taken}
          autoComplete="off"
          required
          withAsterisk={false}
        />
        <NativeSelect
          label={t('people.invite-language')}
          value={language}
          onChange={({ currentTarget: { value } }) => set({ language: value === 'de' ? 'de' : 'en' })}
          data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
        />
        <ChooseRoles
          kind={kind}
          label={t('people.invite-roles')}
          value={roles}
          onChange={(next) => set({ roles: next })}
          error={tried && roles.length === 0 ? t('people.roles-none') : undefined}
        />
        {taken === undefined && <Refused error={action.error} shown={['/body/name', '/body/email']} />}
        <Group justify="end">
          <Button variant="default" onClick={onClose} disabled={action.isPending}>
            {t('shell.cancel')}
          </Button>
          <Button type="submit" loading={action.isPending}>
            {t('people.invite-link')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
