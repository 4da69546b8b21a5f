import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'

/** The partner who ordered for the customer, found by a part of the name or the account number, which is its value. */
export function PartnerField({
  value,
  onChange,
  error,
}: {
  value: string
  onChange: (account: string) => void
  error: string | undefined
}) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 250)
  const found = useQuery({
    queryKey: ['organisations', 'partners', search],
    queryFn: () =>
      answerOf(
        api.GET('/organisations', {
          params: { query: { kind: 'partner', limit: 20, ...(search !== '' && { search }) } },
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  // The one that was chosen must be there whatever is searched for now.
  const chosen = useQuery({
    queryKey: ['organisations', 'partner', value],
    queryFn: () =>
      answerOf(
        api.GET('/organisations', { params: { query: { kind: 'partner', limit: 1, search: value } } }),
      ),
    enabled: value !== '',
    staleTime: 60_000,
  })
  const choices = new Map(
    [...(found.data?.items ?? []), ...(value === '' ? [] : (chosen.data?.items ?? []))].map(
      ({ name, account }) => [account, { value: account, label: `${name} (${account})` }],
    ),
  )
  return (
    <Select
      label={t('orders.partner-account')}
      placeholder={t('orders.no-partner-chosen')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('shell.remove') }}
      value={value === '' ? null : value}
      onChange={(account) => onChange(account ?? '')}
      onSearchChange={setTyped}
      data={[...choices.values()]}
      filter={({ options }) => options}
      nothingFoundMessage={t('orders.no-partner')}
      error={error}
    />
  )
}
