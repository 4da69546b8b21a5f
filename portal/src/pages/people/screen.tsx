import { Box } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../../app/language.tsx'
import { useMay, useMe } from '../../app/session.ts'
import { OrganisationKeys } from '../../subjects/organisation/keys.tsx'
import { Invitations } from '../../subjects/person/invitations.tsx'
import { Invite } from '../../subjects/person/invite.tsx'
import { PeopleOf } from '../../subjects/person/people-of.tsx'
import type { PeopleSearch } from '../../subjects/person/search.ts'
import { Page } from '../../ui/page.tsx'
import { AllPeople } from './all-people.tsx'

const route = getRouteApi('/shell/people')

export function People() {
  const t = useText()
  const may = useMay()
  const { organisation } = useMe()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const onSearch = (change: PeopleSearch) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  if (may('list-all-people'))
    return (
      <Page title={t('people.people-title')} subtitle={t('people.all-people-lead')}>
        <AllPeople search={search} onSearch={onSearch} />
      </Page>
    )
  return (
    <Page
      title={t('people.people-title')}
      subtitle={t('people.people-lead', { organisation: organisation.name })}
      actions={<Invite organisation={organisation} />}
    >
      <PeopleOf organisation={organisation} search={search} onSearch={onSearch} />
      {may('list-invitations') && <Invitations organisationId={organisation.id} />}
      {may('list-organisation-api-keys') && (
        <Box mt="xl">
          <OrganisationKeys organisationId={organisation.id} />
        </Box>
      )}
    </Page>
  )
}
