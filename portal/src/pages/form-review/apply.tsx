import { Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type RefObject, useState } from 'react'
import { answerOf, api, ifMatch, type Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { happenedSince } from '../../subjects/case/happened-since.ts'
import { touchedByDecision } from '../../subjects/queue/queries.ts'
import { Conflict } from '../../ui/conflict.tsx'
import { Refused, refusedWith } from '../../ui/refused.tsx'
import { useAction } from '../../ui/use-action.ts'

/** Takes over what the form says in the customer's stead, as long as nobody changed the case meanwhile. */
export function Apply({
  form: { caseId, formVersion, diff },
  theCase,
  result,
}: {
  form: Schema['Form']
  theCase: Schema['Case']
  result: RefObject<HTMLHeadingElement | null>
}) {
  const t = useText()
  const [seen, setSeen] = useState(theCase.version)
  const apply = useAction({
    run: (version: number, headers) =>
      answerOf(
        api.POST('/cases/{id}/forms/{version}/application', {
          params: {
            path: { id: caseId, version: formVersion },
            header: { ...headers, ...ifMatch(version) },
          },
        }),
      ),
    invalidates: touchedByDecision(caseId),
    done: t('desk.form-applied'),
    onDone: () => {
      result.current?.focus()
    },
  })
  const conflict = refusedWith(apply.error, 'version-conflict')
  const since = useQuery({ ...happenedSince(caseId, seen), enabled: conflict })
  return (
    <Stack gap="xs" className="no-print">
      {conflict ? (
        <Conflict
          differences={since.data?.map(({ sentence }) => sentence) ?? []}
          onSeen={() => {
            setSeen(since.data?.at(-1)?.seq ?? theCase.version)
            apply.reset()
          }}
        />
      ) : (
        <Refused error={apply.error} />
      )}
      <Group gap="sm">
        <Button onClick={() => apply.mutate(seen)} loading={apply.isPending} disabled={conflict}>
          {t('desk.apply', { count: diff.length })}
        </Button>
        <Text size="sm" c="dimmed">
          {t('desk.apply-help')}
        </Text>
      </Group>
    </Stack>
  )
}
