import { Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { IconShieldPlus } from '@tabler/icons-react'
import { type SubmitEvent, useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { ChooseAccess } from '../../subjects/mandate/choose-access.tsx'
import { type Access, touchedByMandate } from '../../subjects/mandate/queries.ts'
import { beginOf, endOf, inOneYear, today } from '../../subjects/person/days.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { errorAt, Refused, refusedWith } from '../../ui/refused.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useDraft } from '../../ui/use-draft.ts'

export function Grant() {
  const t = useText()
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button leftSection={<IconShieldPlus size={16} aria-hidden />} onClick={() => setOpened(true)}>
        {t('people.grant')}
      </Button>
      {opened && <GrantDialog onClose={() => setOpened(false)} />}
    </>
  )
}

interface Wish {
  readonly partnerAccount: string
  readonly access: Access
  readonly validFrom?: string
  readonly validUntil: string
}
/** Nothing chosen as the end means a year from the day on which it is looked at. */
const nothing = { account: '', from: '', until: '', access: 'act' as Access }

function GrantDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const [draft, setDraft, forget] = useDraft('grant-mandate', nothing)
  const set = (change: Partial<typeof nothing>) => setDraft((before) => ({ ...before, ...change }))
  const until = draft.until === '' ? inOneYear() : draft.until
  const action = useAction({
    run: (body: Wish, header) => answerOf(api.POST('/mandates', { params: { header }, body })),
    invalidates: touchedByMandate,
    done: ({ partnerName }) => t('people.granted-done', { partner: partnerName }),
    onDone: () => {
      forget()
      onClose()
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    action.mutate({
      partnerAccount: draft.account.trim(),
      access: draft.access,
      // From today means at once: the day began before the mandate was given.
      ...(draft.from > today() && { validFrom: beginOf(draft.from) }),
      validUntil: endOf(until),
    })
  }
  const unknown = refusedWith(action.error, 'partner-not-found')
  const said = action.error?.message
  return (
    <Dialog title={t('people.grant')} busy={action.isPending} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('people.grant-account')}
            description={t('people.grant-account-help')}
            value={draft.account}
            onChange={({ currentTarget: { value } }) => set({ account: value })}
            error={unknown ? said : errorAt(action.error, '/body/partnerAccount')}
            maxLength={60}
            autoComplete="off"
            required
            withAsterisk={false}
            data-autofocus
          />
          <ChooseAccess value={draft.access} onChange={(access) => set({ access })} />
          <SimpleGrid cols={{ base: 1, xs: 2 }} style={{ alignItems: 'end' }}>
            <TextInput
              type="date"
              label={t('people.grant-from')}
              description={t('people.grant-from-help')}
              value={draft.from}
              onChange={({ currentTarget: { value } }) => set({ from: value })}
              min={today()}
            />
            <TextInput
              type="date"
              label={t('people.until-day')}
              value={until}
              onChange={({ currentTarget: { value } }) => set({ until: value })}
              min={today()}
              required
              withAsterisk={false}
            />
          </SimpleGrid>
          {!unknown && <Refused error={action.error} shown={['/body/partnerAccount']} />}
          <Group justify="end">
            <Button variant="default" onClick={onClose} disabled={action.isPending}>
              {t('shell.cancel')}
            </Button>
            <Button type="submit" loading={action.isPending}>
              {t('people.grant-now')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
