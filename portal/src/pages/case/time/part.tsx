import { Stack, Title } from '@mantine/core'
import { answerOf, api } from '../../../api/client.ts'
import { useText } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.ts'
import { caseKey, useCase } from '../../../subjects/case/queries.ts'
import { More, useCursorPages } from '../../../ui/cursor-pages.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { Loading } from '../../../ui/states.tsx'
import { AskExtension } from './ask-extension.tsx'
import { DueDate } from './due-date.tsx'
import { Extension } from './extension.tsx'

export function CaseTime() {
  const t = useText()
  const may = useMay()
  const theCase = useCase()
  const { id } = theCase
  const pages = useCursorPages([...caseKey(id), 'extensions'], (cursor) =>
    answerOf(api.GET('/cases/{id}/extensions', { params: { path: { id }, query: { cursor, limit: 200 } } })),
  )
  const waiting = pages.items.find(({ state }) => state === 'waiting')
  const earlier = pages.items.filter(({ state }) => state !== 'waiting').toReversed()
  return (
    <Stack gap="xl">
      <DueDate />
      {waiting !== undefined && (
        <Stack component="section" gap="sm">
          <Title order={2}>{t('documents.waiting-extension')}</Title>
          <Extension extension={waiting} />
        </Stack>
      )}
      {theCase.status === 'open' &&
        pages.isSuccess &&
        waiting === undefined &&
        may('read-extension-offer') && <AskExtension />}
      <Refused error={pages.error} />
      {pages.isPending && <Loading />}
      {earlier.length > 0 && (
        <Stack component="section" gap="sm">
          <Title order={2}>{t('documents.extensions')}</Title>
          {earlier.map((extension) => (
            <Extension key={extension.number} extension={extension} />
          ))}
          <More pages={pages} />
        </Stack>
      )}
    </Stack>
  )
}
