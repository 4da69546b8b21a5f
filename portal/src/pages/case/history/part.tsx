import { Box, Button, Chip, Group, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { answerOf, api } from '../../../api/client.ts'
import { useText } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.ts'
import { Entry } from '../../../subjects/case/entry.tsx'
import { caseKey, useCase } from '../../../subjects/case/queries.ts'
import { More, useCursorPages } from '../../../ui/cursor-pages.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { Loading } from '../../../ui/states.tsx'
import { type Kind, kindOf, kinds } from './kinds.ts'
import { Verify } from './verify.tsx'

export function CaseHistory() {
  const t = useText()
  const may = useMay()
  const theCase = useCase()
  const { id } = theCase
  const [shown, setShown] = useState<Kind[]>([])
  const pages = useCursorPages([...caseKey(id), 'history'], (cursor) =>
    answerOf(api.GET('/cases/{id}/history', { params: { path: { id }, query: { cursor, limit: 100 } } })),
  )
  const entries = pages.items.filter(({ type }) => shown.length === 0 || shown.includes(kindOf(type)))
  const present = kinds.filter((kind) => pages.items.some(({ type }) => kindOf(type) === kind))
  return (
    <Stack gap="md">
      <Group justify="space-between" align="end" gap="sm">
        <Box flex="1 1 20rem">
          <Title order={2}>{t('history.title')}</Title>
          <Text c="dimmed" maw={720}>
            {t('history.lead')}
          </Text>
        </Box>
        <Group gap="xs" className="no-print">
          <Button
            variant="default"
            renderRoot={(button) => (
              <Link to="/orders/$orderId" params={{ orderId: theCase.orderId }} {...button} />
            )}
          >
            {t('history.of-order', { number: theCase.orderNumber })}
          </Button>
        </Group>
      </Group>
      {may('verify-case-history') && <Verify />}
      <Refused error={pages.error} />
      {pages.isPending && <Loading />}
      {present.length > 1 && (
        <Chip.Group
          multiple
          value={shown}
          onChange={(value) => setShown(kinds.filter((one) => value.includes(one)))}
        >
          <Group gap={6} className="no-print" role="group" aria-label={t('history.filter')}>
            {present.map((kind) => (
              <Chip key={kind} value={kind} size="sm" variant="outline">
                {t(`history.kind-${kind}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      )}
      <Text size="sm" c="dimmed" role="status">
        {shown.length > 0 && t('history.filtered', { found: entries.length, all: pages.items.length })}
      </Text>
      <ol style={{ listStyle: 'none', padding: 0, margin: 0 }}>
        {entries.map((fact) => (
          <Entry
            key={fact.seq}
            fact={fact}
            loadWhole={(seq) =>
              answerOf(api.GET('/cases/{id}/history/{seq}', { params: { path: { id, seq } } }))
            }
          />
        ))}
      </ol>
      <More pages={pages} />
    </Stack>
  )
}
