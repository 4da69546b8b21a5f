import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf, api, type Schema } from '../../api/client.ts'

export type Consumption = Omit<Schema['ProgrammeChoices']['consumptions'][number], 'text'>

/** A way of consuming as one word for addresses and fields, for example `flex~premium~P5Y`. */
export const consumptionKey = ({ model, tier = '', term = '' }: Consumption): string =>
  `${model}~${tier}~${term}`
export const consumptionOf = (
  key: string | undefined,
  choices: Schema['ProgrammeChoices'] | undefined,
): Consumption | undefined => {
  const found = choices?.consumptions.find((one) => consumptionKey(one) === key)
  if (found === undefined) return undefined
  const { text: _, ...consumption } = found
  return consumption
}

export interface Plan {
  readonly programme: string
  readonly programmeVersion: string
  readonly currency: string
  readonly placedOn: string
  readonly newFamily?: string | undefined
  readonly consumption?: Consumption | undefined
  readonly lines: readonly {
    readonly sku: string
    readonly return: number
    readonly destroy: number
    readonly keep: number
  }[]
}

/** What the server calculates for a plan, while somebody is still changing it; nothing is stored. */
export function useCalculation(plan: Plan) {
  const { programme, programmeVersion, newFamily, consumption, lines, ...rest } = plan
  const wish = { programme, body: { ...rest, programmeVersion, newFamily, consumption, lines: [...lines] } }
  const [asked] = useDebouncedValue(JSON.stringify(wish), 250)
  const query = useQuery({
    queryKey: ['programmes', programme, 'calculation', asked],
    queryFn: () => {
      const { programme: id, body } = JSON.parse(asked) as typeof wish
      return answerOf(api.POST('/programmes/{id}/calculation', { params: { path: { id } }, body }))
    },
    enabled: isWhole(JSON.parse(asked)),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  return { ...query, isStale: asked !== JSON.stringify(wish) || query.isPlaceholderData }
}

const isWhole = ({
  programme,
  body,
}: {
  programme: string
  body: Pick<Plan, 'currency' | 'placedOn' | 'lines'>
}) => programme !== '' && body.currency !== '' && body.placedOn !== '' && body.lines.length > 0
