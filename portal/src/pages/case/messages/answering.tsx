import { Button, Group, Text } from '@mantine/core'
import { IconClock } from '@tabler/icons-react'
import { answerOf, api } from '../../../api/client.ts'
import { useText } from '../../../app/language.tsx'
import { touchedBy, useCase } from '../../../subjects/case/queries.ts'
import { lastInstantBefore } from '../../../subjects/queue/queries.ts'
import { useFormat } from '../../../ui/format.ts'
import { Refused } from '../../../ui/refused.tsx'
import { useAction } from '../../../ui/use-action.ts'

/** Who answers, since when somebody waits, and the way to say that nothing needs an answer. */
export function Answering() {
  const t = useText()
  const format = useFormat()
  const { id, threadWaitingSince, threadAnswerBy, actions } = useCase()
  const settle = useAction({
    run: (_: undefined, headers) =>
      answerOf(api.POST('/cases/{id}/thread/settlement', { params: { path: { id }, header: headers } })),
    invalidates: touchedBy(id),
    done: t('thread.settled'),
  })
  return (
    <>
      <Text c="dimmed">{t('thread.lead')}</Text>
      {threadWaitingSince !== null && (
        <Group mt="xs" gap="sm">
          <Group gap={6} wrap="nowrap">
            <IconClock size={18} aria-hidden style={{ flexShrink: 0 }} />
            <Text>
              {t('thread.waiting', { at: format.instant(threadWaitingSince) })}{' '}
              {threadAnswerBy !== null &&
                t('thread.answer-by', { day: format.dayOf(lastInstantBefore(threadAnswerBy)) })}
            </Text>
          </Group>
          {actions.includes('settle-thread') && (
            <Button
              variant="default"
              size="xs"
              onClick={() => settle.mutate(undefined)}
              loading={settle.isPending}
              className="no-print"
            >
              {t('thread.settle')}
            </Button>
          )}
        </Group>
      )}
      <Refused error={settle.error} />
    </>
  )
}
