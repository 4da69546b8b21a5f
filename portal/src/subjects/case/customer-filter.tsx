import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useMay, useMe } from '../../app/session.ts'

/** A partner chooses among their customers; the vendor has too many for a list and types a part of the name. */
export function CustomerFilter({
  value,
  onChange,
}: {
  value: string | undefined
  onChange: (id: string | undefined) => void
}) {
  const t = useText()
  const me = useMe()
  const may = useMay()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 250)
  const asks = me.customers.length === 0 && may('list-organisations')
  const found = useQuery({
    queryKey: ['organisations', 'customers', search],
    queryFn: () =>
      answerOf(
        api.GET('/organisations', {
          params: { query: { kind: 'customer', limit: 20, ...(search !== '' && { search }) } },
        }),
      ),
    enabled: asks,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  const chosen = useQuery({
    queryKey: ['organisation', value],
    queryFn: () => answerOf(api.GET('/organisations/{id}', { params: { path: { id: value ?? '' } } })),
    enabled: asks && value !== undefined,
    staleTime: 60_000,
  })
  const choices = new Map(
    [...me.customers, ...(found.data?.items ?? []), ...(chosen.data ? [chosen.data] : [])].map(
      ({ id, name, account }) => [id, { value: id, label: `${name} (${account})` }],
    ),
  )
  return (
    <Select
      label={t('cases.customer')}
      placeholder={t('cases.any')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('shell.remove') }}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
      onSearchChange={setTyped}
      data={[...choices.values()]}
      nothingFoundMessage={t('cases.no-customer')}
      w={{ base: '100%', xs: 190 }}
      {...(asks && { filter: ({ options }) => options })}
    />
  )
}
