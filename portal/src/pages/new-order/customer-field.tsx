import { Box, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useMe } from '../../app/session.ts'
import { CustomerFilter } from '../cases/customer-filter.tsx'

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
  const { organisation } = useMe()
  if (organisation.kind === 'customer')
    return (
      <div>
        <Text size="sm" fw={500}>
          {t('cases.customer')}
        </Text>
        <Text pt={6}>{organisation.name}</Text>
      </div>
    )
  return (
    <Box>
      <CustomerFilter value={value} onChange={onChange} />
      {error !== undefined && (
        <Text size="xs" c="var(--mantine-color-error)" mt={4}>
          {error}
        </Text>
      )}
    </Box>
  )
}

/** The account by which the API names a customer. */
export function useCustomerAccount(id: string | undefined): string | undefined {
  const { organisation, customers } = useMe()
  const own = organisation.kind === 'customer' ? organisation : customers.find((one) => one.id === id)
  const { data } = useQuery({
    queryKey: ['organisation', id],
    queryFn: () => answerOf(api.GET('/organisations/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: own === undefined && id !== undefined,
    staleTime: 60_000,
  })
  return own?.account ?? data?.account
}
