import { Text, Title } from '@mantine/core'
import { answerOf, api } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { Entry } from '../../subjects/case/entry.tsx'
import { organisationKey } from '../../subjects/organisation/queries.ts'
import { Failed } from '../../subjects/person/failed.tsx'
import { More, useCursorPages } from '../../ui/cursor-pages.tsx'
import { Loading } from '../../ui/states.tsx'

export function OrganisationHistory({ organisationId: id }: { organisationId: string }) {
  const t = useText()
  const pages = useCursorPages([...organisationKey(id), 'history'], (cursor) =>
    answerOf(
      api.GET('/organisations/{id}/history', { params: { path: { id }, query: { cursor, limit: 100 } } }),
    ),
  )
  return (
    <section>
      <Title order={2}>{t('people.part-history')}</Title>
      <Text c="dimmed" mb="md">
        {t('people.history-lead')}
      </Text>
      <Failed query={pages} />
      {pages.isPending && pages.error === null && <Loading />}
      <ol style={{ listStyle: 'none', padding: 0, margin: 0 }}>
        {pages.items.map((fact) => (
          <Entry key={fact.seq} fact={fact} />
        ))}
      </ol>
      <More pages={pages} />
    </section>
  )
}
