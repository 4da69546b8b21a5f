import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/session.ts'

/** Only where there is something to choose. */
export function ProgrammeFilter({
  value,
  onChange,
}: {
  value: string | undefined
  onChange: (id: string | undefined) => void
}) {
  const t = useText()
  const may = useMay()
  const { data } = useQuery({
    queryKey: ['programmes', 'names'],
    queryFn: () => answerOf(api.GET('/programmes', { params: { query: { limit: 200 } } })),
    enabled: may('list-programmes'),
    staleTime: 5 * 60_000,
  })
  const programmes = [...new Map(data?.items.map(({ id, name }) => [id, name]))]
  if (programmes.length < 2 && value === undefined) return null
  return (
    <NativeSelect
      label={t('cases.programme')}
      maw={{ xs: 190 }}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
      data={[
        { value: '', label: t('cases.any') },
        ...programmes.map(([id, name]) => ({ value: id, label: name })),
      ]}
    />
  )
}
