import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../../app/language.tsx'
import { Refused } from '../../ui/refused.tsx'
import { Loading } from '../../ui/states.tsx'
import { Route } from '../../ui/status.tsx'
import { FindDevice } from './find-device.tsx'
import { type Held, type Suggestion, suggestionsQuery, type Target } from './queries.ts'

/** Devices that it may be, with what speaks for each; or one that somebody looks up. */
export function Whose({ held, onChoose }: { held: Held; onChoose: (target: Target) => void }) {
  const { t } = useLanguage()
  const suggestions = useQuery(suggestionsQuery(held))
  return (
    <Stack gap="sm">
      <Title order={3}>{t('desk.suggestions')}</Title>
      <Refused error={suggestions.error} />
      {suggestions.isPending && <Loading />}
      {suggestions.data?.length === 0 && <Text size="sm">{t('desk.no-suggestion')}</Text>}
      {suggestions.data?.map((one) => (
        <Suggested key={`${one.caseId} ${one.row}`} suggestion={one} onChoose={onChoose} />
      ))}
      <Title order={3}>{t('desk.look-up')}</Title>
      <FindDevice held={held} onChoose={onChoose} />
    </Stack>
  )
}

function Suggested({ suggestion, onChoose }: { suggestion: Suggestion; onChoose: (target: Target) => void }) {
  const { t, language } = useLanguage()
  const { caseId, row, customerName, orderNumber, sku, serial, route, why } = suggestion
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" gap="sm">
        <div>
          <Text size="sm">
            <span className="mono">{sku}</span>
            {' · '}
            {serial === null ? t('desk.no-serial') : <span className="mono">{serial}</span>}
          </Text>
          <Text size="sm" c="dimmed" component="div">
            {t('desk.device-of', { row, caseId, customer: customerName, order: orderNumber })}{' '}
            <Route route={route} />
          </Text>
          <Text size="sm" fw={600}>
            {t('desk.because', {
              why: new Intl.ListFormat(language).format(why.map((reason) => t(`desk.why-${reason}`))),
            })}
          </Text>
        </div>
        <Button
          size="xs"
          variant="light"
          disabled={caseId === ''}
          onClick={() => onChoose({ caseId, row, customerName, sku, serial })}
        >
          {t('desk.assign')}
          <span className="visually-hidden"> {t('desk.row-of', { row, caseId })}</span>
        </Button>
      </Group>
    </Paper>
  )
}
