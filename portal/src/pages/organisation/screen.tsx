import { Group, Tabs } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/session.ts'
import { OrganisationKeys } from '../../subjects/organisation/keys.tsx'
import { organisationQuery } from '../../subjects/organisation/queries.ts'
import { Invitations } from '../../subjects/person/invitations.tsx'
import { Invite } from '../../subjects/person/invite.tsx'
import { PeopleOf } from '../../subjects/person/people-of.tsx'
import type { Organisation as View } from '../../subjects/person/queries.ts'
import { AnchorLink, ButtonLink } from '../../ui/links.tsx'
import { Page } from '../../ui/page.tsx'
import { DetailsCard } from './details.tsx'
import { OrganisationHistory } from './history.tsx'
import { MandatesOf } from './mandates.tsx'
import { type Part, parts } from './search.ts'

const route = getRouteApi('/shell/organisations/$organisationId')

export function Organisation() {
  const t = useText()
  const may = useMay()
  const { organisationId } = route.useParams()
  const { data: organisation } = useSuspenseQuery(organisationQuery(organisationId))
  const isCustomer = organisation.kind === 'customer'
  return (
    <Page
      title={organisation.name}
      above={
        may('list-organisations') && (
          <AnchorLink to="/organisations" search={{}}>
            {t('people.organisations-title')}
          </AnchorLink>
        )
      }
      subtitle={t(`people.kind-${organisation.kind}`)}
      actions={
        isCustomer && (
          <>
            {may('list-cases') && (
              <ButtonLink variant="default" to="/cases" search={{ customer: organisation.id }}>
                {t('people.see-cases')}
              </ButtonLink>
            )}
            {may('list-orders') && (
              <ButtonLink variant="default" to="/orders" search={{ customer: organisation.id }}>
                {t('people.see-orders')}
              </ButtonLink>
            )}
          </>
        )
      }
    >
      <DetailsCard organisation={organisation} />
      <PartTabs organisation={organisation} />
    </Page>
  )
}

const needs = {
  people: 'list-people',
  keys: 'list-organisation-api-keys',
  mandates: 'list-mandates',
  history: 'read-organisation-history',
} as const satisfies Readonly<Record<Part, string>>

function PartTabs({ organisation }: { organisation: View }) {
  const t = useText()
  const may = useMay()
  const { part } = route.useSearch()
  const navigate = route.useNavigate()
  const offered = parts.filter(
    (one) =>
      may(needs[one]) &&
      (one !== 'mandates' || organisation.kind === 'customer' || organisation.kind === 'partner'),
  )
  const shown = offered.find((one) => one === part) ?? offered[0]
  if (shown === undefined) return null
  return (
    <Tabs
      value={shown}
      onChange={(value) =>
        void navigate({ search: { part: parts.find((one) => one === value) }, replace: true })
      }
      keepMounted={false}
      mt="lg"
    >
      <Tabs.List mb="md" className="no-print">
        {offered.map((one) => (
          <Tabs.Tab key={one} value={one} px={{ base: 8, xs: 'md' }}>
            {t(`people.part-${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="people">
        <OrganisationPeople organisation={organisation} />
      </Tabs.Panel>
      <Tabs.Panel value="keys">
        <OrganisationKeys organisationId={organisation.id} />
      </Tabs.Panel>
      <Tabs.Panel value="mandates">
        <MandatesOf organisationId={organisation.id} />
      </Tabs.Panel>
      <Tabs.Panel value="history">
        <OrganisationHistory organisationId={organisation.id} />
      </Tabs.Panel>
    </Tabs>
  )
}

function OrganisationPeople({ organisation }: { organisation: View }) {
  const may = useMay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <>
      <Group justify="end" mb="xs" className="no-print">
        <Invite organisation={organisation} />
      </Group>
      <PeopleOf
        organisation={organisation}
        search={search}
        onSearch={(change) =>
          void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
        }
      />
      {may('list-invitations') && <Invitations organisationId={organisation.id} />}
    </>
  )
}
