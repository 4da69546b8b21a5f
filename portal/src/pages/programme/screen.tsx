import { Tabs } from '@mantine/core'
import { IconBooks } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/session.ts'
import { Failed } from '../../subjects/person/failed.tsx'
import { programmesPages } from '../../subjects/programme/list-queries.ts'
import { Publish } from '../../subjects/programme/publish.tsx'
import { useFormat } from '../../ui/format.ts'
import { AnchorLink, ButtonLink } from '../../ui/links.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Loading } from '../../ui/states.tsx'
import { Rules } from './rules.tsx'
import { type Part, parts } from './search.ts'
import { Versions } from './versions.tsx'

const route = getRouteApi('/shell/programmes/$programmeId')

export function Programme() {
  const t = useText()
  const { programmeId } = route.useParams()
  const list = useInfiniteQuery(programmesPages)
  const programme = list.data?.pages.flatMap(({ items }) => items).find(({ id }) => id === programmeId)
  if (programme !== undefined) return <TheProgramme programme={programme} />
  return (
    <Page title={t('programmes.programme')}>
      <Failed query={list} />
      {list.isPending && list.error === null && <Loading />}
      {list.isSuccess && (
        <Empty
          icon={IconBooks}
          title={t('programmes.not-found')}
          action={
            <ButtonLink variant="default" to="/programmes" search={{}}>
              {t('programmes.to-list')}
            </ButtonLink>
          }
        >
          {t('programmes.not-found-help')}
        </Empty>
      )}
    </Page>
  )
}

const needs = {
  rules: 'read-programme-choices',
  versions: 'list-programme-versions',
  publish: 'publish-programme',
} as const satisfies Readonly<Record<Part, string>>

function TheProgramme({ programme }: { programme: Schema['Programme'] }) {
  const t = useText()
  const format = useFormat()
  const may = useMay()
  const { part } = route.useSearch()
  const navigate = route.useNavigate()
  const offered = parts.filter((one) => may(needs[one]))
  const shown = offered.find((one) => one === part) ?? 'rules'
  return (
    <Page
      title={programme.name}
      above={
        <AnchorLink to="/programmes" search={{}}>
          {t('programmes.title')}
        </AnchorLink>
      }
      subtitle={t('programmes.version-line', {
        version: programme.programmeVersion,
        day: format.dayOf(programme.publishedAt),
      })}
    >
      <Tabs
        value={shown}
        onChange={(value) =>
          void navigate({ search: { part: parts.find((one) => one === value) }, replace: true })
        }
        keepMounted={false}
      >
        <Tabs.List mb="md" className="no-print" aria-label={t('programmes.parts')}>
          {offered.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`programmes.part-${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="rules">
          <Rules programme={programme} />
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          <Versions programmeId={programme.id} />
        </Tabs.Panel>
        <Tabs.Panel value="publish">
          <Publish programmeId={programme.id} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
