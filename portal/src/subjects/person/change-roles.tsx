import { Button, Group, Stack, Text } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useMe } from '../../app/session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Refused } from '../../ui/refused.tsx'
import { useAction } from '../../ui/use-action.ts'
import { type Person, touchedByPeople } from './queries.ts'
import { ChooseRoles, type Kind, type Role } from './roles.tsx'

export function ChangeRoles({ person, kind, onClose }: { person: Person; kind: Kind; onClose: () => void }) {
  const t = useText()
  const me = useMe()
  const [roles, setRoles] = useState<Role[]>(person.roles)
  const [tried, setTried] = useState(false)
  const { id, name, organisationId } = person
  const action = useAction({
    run: (wish: { roles: Role[] }, header) =>
      answerOf(api.PUT('/people/{id}', { params: { path: { id }, header }, body: wish })),
    // One's own roles are what one may do: the navigation changes with them.
    invalidates: [...touchedByPeople(organisationId), ...(id === me.personId ? [['me']] : [])],
    done: t('people.roles-saved', { name }),
    onDone: () => {
      onClose()
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (roles.length > 0) action.mutate({ roles })
  }
  return (
    <Dialog title={t('people.change-roles-of', { name })} busy={action.isPending} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack>
          <ChooseRoles
            kind={kind}
            label={t('people.roles')}
            value={roles}
            onChange={setRoles}
            error={tried && roles.length === 0 ? t('people.roles-none') : undefined}
          />
          <Text size="sm" c="dimmed">
            {t(id === me.personId ? 'people.roles-own' : 'people.roles-help')}
          </Text>
          <Refused error={action.error} />
          <Group justify="end">
            <Button variant="default" onClick={onClose} disabled={action.isPending}>
              {t('shell.cancel')}
            </Button>
            <Button type="submit" loading={action.isPending}>
              {t('shell.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
