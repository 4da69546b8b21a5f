import { Button, Group, Paper, Radio, Stack, Title } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { answerOf, api } from '../../../api/client.ts'
import { useText } from '../../../app/language.tsx'
import { caseKey, touchedBy, useCase } from '../../../subjects/case/queries.ts'
import { More, useCursorPages } from '../../../ui/cursor-pages.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { useAction } from '../../../ui/use-action.ts'
import { ChooseUnits, unitsByRoute } from '../choose-units.tsx'

/** A certificate form for all devices that are to be destroyed, or for those that somebody picks. */
export function Issue({ onClose }: { onClose: () => void }) {
  const t = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  // The button that brought it is gone, and the keyboard would be with it.
  useEffect(() => heading.current?.focus(), [])
  const { id } = useCase()
  const [which, setWhich] = useState<'all' | 'some'>('all')
  const [rows, setRows] = useState<readonly number[]>([])
  const pages = useCursorPages([...caseKey(id), 'units', 'destroy'], unitsByRoute(id, 'destroy'))
  const ready = pages.items.filter(({ state }) => state === 'owed' || state === 'identified')
  const issue = useAction({
    run: (body: { rows?: number[] }, headers) =>
      answerOf(api.POST('/cases/{id}/certificates', { params: { path: { id }, header: headers }, body })),
    invalidates: touchedBy(id),
    done: ({ number }) => t('documents.issued-note', { number }),
    onDone: () => {
      onClose()
    },
  })
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="sm">
        <Title order={3} ref={heading} tabIndex={-1}>
          {t('documents.issue')}
        </Title>
        <Radio.Group
          value={which}
          onChange={(value) => setWhich(value === 'some' ? 'some' : 'all')}
          label={t('documents.for-which')}
        >
          <Stack gap={6} mt={6}>
            <Radio value="all" label={t('documents.for-all-destroy')} />
            <Radio value="some" label={t('documents.for-some')} />
          </Stack>
        </Radio.Group>
        {which === 'some' && (
          <>
            <Refused error={pages.error} />
            <ChooseUnits units={ready} chosen={rows} onChange={setRows} caption={t('documents.to-destroy')} />
            <More pages={pages} />
          </>
        )}
        <Refused error={issue.error} />
        <Group gap="sm">
          <Button
            onClick={() => issue.mutate(which === 'all' ? {} : { rows: [...rows] })}
            loading={issue.isPending}
            disabled={which === 'some' && rows.length === 0}
          >
            {which === 'all'
              ? t('documents.issue-for-all')
              : t('documents.issue-for', { count: rows.length })}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {t('shell.cancel')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}
