import { NativeSelect } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { choicesQuery } from '../case/programme-choices.ts'
import { consumptionKey } from './calculation.ts'

const programmesQuery = queryOptions({
  queryKey: ['programmes', 'names'],
  queryFn: () => answerOf(api.GET('/programmes', { params: { query: { limit: 200 } } })),
  staleTime: 5 * 60_000,
})

/** The programme that is meant: the one that is named, else the only one there is. */
export function useProgramme(id: string | undefined, version?: string) {
  const { data } = useQuery(programmesQuery)
  const found = data?.items.find((one) => one.id === id) ?? (data?.items.length === 1 ? data.items[0] : null)
  const chosen = { id: id ?? found?.id ?? '', version: version ?? found?.programmeVersion ?? '' }
  const choices = useQuery({ ...choicesQuery(chosen), enabled: chosen.id !== '' && chosen.version !== '' })
  return { ...chosen, programmes: data?.items ?? [], choices: choices.data, window: found?.window }
}

/** What credit may depend on besides the device; nothing is shown where the programme does not ask. */
export function CreditConditions({
  choices,
  newFamily,
  consumption,
  onChange,
}: {
  choices: Schema['ProgrammeChoices'] | undefined
  newFamily: string
  consumption: string
  onChange: (change: { newFamily?: string; consumption?: string }) => void
}) {
  const t = useText()
  const unknown = { value: '', label: t('orders.not-said') }
  return (
    <>
      {choices !== undefined && choices.newFamilies.length > 0 && (
        <NativeSelect
          label={t('orders.new-family')}
          value={newFamily}
          onChange={({ currentTarget: { value } }) => onChange({ newFamily: value })}
          data={[unknown, ...choices.newFamilies.map((one) => ({ value: one, label: one }))]}
        />
      )}
      {choices !== undefined && choices.consumptions.length > 0 && (
        <NativeSelect
          label={t('orders.consumption')}
          value={consumption}
          onChange={({ currentTarget: { value } }) => onChange({ consumption: value })}
          data={[
            unknown,
            ...choices.consumptions.map((one) => ({ value: consumptionKey(one), label: one.text })),
          ]}
        />
      )}
    </>
  )
}
