import { Button, Group, Stack, Text } from '@mantine/core'
import { type RefObject, useState } from 'react'
import { answerOf, api, ifMatch, type Schema } from '../../../api/client.ts'
import { useText } from '../../../app/language.tsx'
import { touchedBy, useCase } from '../../../subjects/case/queries.ts'
import { Refused, refusedWith } from '../../../ui/refused.tsx'
import { useAction } from '../../../ui/use-action.ts'
import { CaseConflict } from '../case-conflict.tsx'

/** Takes over what the form says, as long as nobody changed the case since the changes were shown. */
export function Apply({
  form: { caseId, formVersion, diff },
  heading,
}: {
  form: Schema['Form']
  heading: RefObject<HTMLHeadingElement | null>
}) {
  const t = useText()
  const theCase = useCase()
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
    invalidates: touchedBy(caseId),
    done: t('documents.applied'),
    // The button goes away; whoever works by keyboard stays where its result is.
    onDone: () => {
      heading.current?.focus()
    },
  })
  const conflict = refusedWith(apply.error, 'version-conflict')
  return (
    <Stack gap="xs">
      {conflict ? (
        <CaseConflict
          seen={seen}
          onSeen={(version) => {
            setSeen(version)
            apply.reset()
          }}
        />
      ) : (
        <Refused error={apply.error} />
      )}
      <Group gap="sm">
        <Button onClick={() => apply.mutate(seen)} loading={apply.isPending} disabled={conflict}>
          {diff.length > 0 ? t('documents.apply', { changes: diff.length }) : t('documents.apply-nothing')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('documents.apply-help')}
        </Text>
      </Group>
    </Stack>
  )
}
