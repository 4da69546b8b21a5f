import { List, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../../app/language.tsx'
import { Route } from '../../ui/status.tsx'
import { programmeQuery, stepsOf, type Way } from './programme-rules.ts'

/** What a route demands, in the words of the programme. */
export function RouteSteps({
  programme,
  way,
  order,
}: {
  programme: { id: string; version: string }
  way: Way
  /** Level of the heading; without it only the steps. */
  order?: 2 | 3 | 4
}) {
  const { language } = useLanguage()
  const { data } = useQuery({ ...programmeQuery(programme), enabled: programme.version !== '' })
  const steps = stepsOf(data?.definition, way, language)
  return (
    <div>
      {order !== undefined && (
        <Title order={order} mb={4}>
          <Route route={way} />
        </Title>
      )}
      <List type="ordered" size="sm" spacing={4}>
        {steps.map((step) => (
          <List.Item key={step}>
            <Text span size="sm">
              {step}
            </Text>
          </List.Item>
        ))}
      </List>
    </div>
  )
}
