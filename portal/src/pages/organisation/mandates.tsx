import { Text, Title } from '@mantine/core'
import { useText } from '../../app/language.tsx'
import { MandatesWithDialogs } from '../../subjects/mandate/mandates-with-dialogs.tsx'
import { loadMandates, mandatesKey } from '../../subjects/mandate/queries.ts'
import { Failed } from '../../subjects/person/failed.tsx'
import { More, useCursorPages } from '../../ui/cursor-pages.tsx'
import { Loading } from '../../ui/states.tsx'

/** Those that it gave and those that it has, and the reader may see. */
export function MandatesOf({ organisationId: id }: { organisationId: string }) {
  const t = useText()
  const pages = useCursorPages([...mandatesKey, id], (cursor) => loadMandates({ organisation: id }, cursor))
  const mandates = pages.items
  return (
    <section>
      <Title order={2} mb="sm">
        {t('people.part-mandates')}
      </Title>
      <Failed query={pages} />
      {pages.isPending && pages.error === null && <Loading />}
      {mandates.length > 0 && <MandatesWithDialogs mandates={mandates} />}
      {pages.isSuccess && mandates.length === 0 && !pages.hasNextPage && (
        <Text c="dimmed">{t('people.no-mandates-here')}</Text>
      )}
      <More pages={pages} />
    </section>
  )
}
