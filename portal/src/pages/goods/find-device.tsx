import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { caseKey } from '../../subjects/case/queries.ts'
import { Refused } from '../../ui/refused.tsx'
import type { Held, Target } from './queries.ts'

/** A case by any of its numbers or its customer, and then a device of it. */
export function FindDevice({ held, onChoose }: { held: Held; onChoose: (target: Target) => void }) {
  const t = useText()
  const [words, setWords] = useState(held.labelCaseId ?? '')
  const [caseId, setCaseId] = useState<string | null>(null)
  const [device, setDevice] = useState('')
  const [row, setRow] = useState<string | null>(null)
  const [search] = useDebouncedValue(words.trim(), 250)
  const cases = useQuery({
    queryKey: ['cases', 'for-goods', search],
    queryFn: () => answerOf(api.GET('/cases', { params: { query: { search, limit: 20 } } })),
    enabled: search.length >= 2,
    placeholderData: keepPreviousData,
  })
  const found = search.length >= 2 ? (cases.data?.items ?? []) : []
  const theCase = found.find(({ id }) => id === caseId) ?? (found.length === 1 ? found[0] : undefined)
  const [deviceSearch] = useDebouncedValue(device.trim(), 250)
  const units = useQuery({
    queryKey: [...caseKey(theCase?.id ?? ''), 'units', 'for-goods', deviceSearch],
    queryFn: () =>
      answerOf(
        api.GET('/cases/{id}/units', {
          params: {
            path: { id: theCase?.id ?? '' },
            query: { limit: 200, ...(deviceSearch !== '' && { search: deviceSearch }) },
          },
        }),
      ),
    enabled: theCase !== undefined,
    placeholderData: keepPreviousData,
  })
  const unit = units.data?.items.find((one) => String(one.row) === row)
  return (
    <Stack gap="xs">
      <Group gap="sm" align="end">
        <TextInput
          label={t('desk.find-case')}
          value={words}
          onChange={({ currentTarget }) => {
            setWords(currentTarget.value)
            setCaseId(null)
            setRow(null)
          }}
          w={{ base: '100%', xs: 280 }}
        />
        <Select
          label={t('desk.case')}
          data={found.map(({ id, customerName }) => ({ value: id, label: `${id} · ${customerName}` }))}
          value={theCase?.id ?? null}
          onChange={(value) => {
            setCaseId(value)
            setRow(null)
          }}
          disabled={found.length === 0}
          nothingFoundMessage={t('desk.nothing-found')}
          w={{ base: '100%', xs: 340 }}
        />
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {search.length >= 2 && cases.data !== undefined && t('desk.cases-found', { count: found.length })}
      </Text>
      <Refused error={cases.error ?? units.error} />
      {theCase !== undefined && (
        <Group gap="sm" align="end">
          <Select
            label={t('desk.device')}
            description={t('desk.device-help')}
            searchable
            searchValue={device}
            onSearchChange={setDevice}
            filter={({ options }) => options}
            data={(units.data?.items ?? []).map((one) => ({
              value: String(one.row),
              label: t('desk.device-choice', { row: one.row, sku: one.sku, serial: one.serial ?? 'none' }),
            }))}
            value={row}
            onChange={setRow}
            nothingFoundMessage={t('desk.nothing-found')}
            w={{ base: '100%', xs: 420 }}
          />
          <Button
            variant="light"
            disabled={unit === undefined}
            onClick={() =>
              unit !== undefined &&
              onChoose({
                caseId: theCase.id,
                row: unit.row,
                customerName: theCase.customerName,
                sku: unit.sku,
                serial: unit.serial,
              })
            }
          >
            {t('desk.assign')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}
