import { Input, Select, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useMe } from '../../app/session.ts'

/** Who the order is of: oneself, or the customer for whom somebody acts. */
export function CustomerField({
  value,
  onChange,
  error,
}: {
  value: string | undefined
  onChange: (id: string | undefined) => void
  error: string | undefined
}) {
  const t = useText()
  const { organisation, customers } = useMe()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 250)
  const ofVendor = organisation.kind === 'vendor'
  const found = useQuery({
    queryKey: ['organisations', 'customers', search],
    queryFn: () =>
      answerOf(
        api.GET('/organisations', {
          params: { query: { kind: 'customer', limit: 20, ...(search !== '' && { search }) } },
        }),
      ),
    enabled: ofVendor,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  const chosen = useQuery({ ...organisationQuery(value ?? ''), enabled: ofVendor && value !== undefined })
  if (organisation.kind === 'customer')
    return (
      <div>
        <Input.Label labelElement="div">{t('cases.customer')}</Input.Label>
        <Text pt={6}>{organisation.name}</Text>
      </div>
    )
  const choices = new Map(
    [
      ...customers.filter(({ access }) => access === 'act'),
      ...(found.data?.items ?? []),
      ...(chosen.data ? [chosen.data] : []),
    ].map(({ id, name, account }) => [id, { value: id, label: `${name} (${account})` }]),
  )
  return (
    <Select
      label={t('cases.customer')}
      placeholder={t('orders.choose')}
      searchable
      required
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
      onSearchChange={setTyped}
      data={[...choices.values()]}
      nothingFoundMessage={t('cases.no-customer')}
      error={error}
      {...(ofVendor && { filter: ({ options }) => options })}
    />
  )
}

const organisationQuery = (id: string) => ({
  queryKey: ['organisation', id],
  queryFn: () => answerOf(api.GET('/organisations/{id}', { params: { path: { id } } })),
  staleTime: 60_000,
})

/** The account by which the API names a customer. */
export function useCustomerAccount(id: string | undefined): string | undefined {
  const { organisation, customers } = useMe()
  const own = organisation.kind === 'customer' ? organisation : customers.find((one) => one.id === id)
  const { data } = useQuery({
    ...organisationQuery(id ?? ''),
    enabled: own === undefined && id !== undefined,
  })
  return own?.account ?? data?.account
}
