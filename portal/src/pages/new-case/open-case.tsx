import { Button, Group, NativeSelect, Paper, Radio, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { useLanguage } from '../../app/language.tsx'
import { languages } from '../../messages/index.ts'
import { choicesQuery } from '../../subjects/case/programme-choices.ts'
import { takenFactsQuery, touchedByOrders } from '../../subjects/order/queries.ts'
import { RouteSteps } from '../../subjects/order/route-steps.tsx'
import { useFormat } from '../../ui/format.ts'
import { PartRefused } from '../../ui/part-refused.tsx'
import { Refused } from '../../ui/refused.tsx'
import { Due } from '../../ui/status.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { type CaseChoice, chosenRows, freeLines, takenRows } from './choice.ts'
import { CountByLine } from './count-by-line.tsx'

export function OpenCase({ order }: { order: Schema['OrderDetail'] }) {
  const { t, language } = useLanguage()
  const format = useFormat()
  const navigate = useNavigate()
  const initial = useInitial(language)
  const [draft, setChoice, forget] = useDraft<CaseChoice>(`case:${order.id}`, initial)
  const set = (change: Partial<CaseChoice>) => setChoice((before) => ({ ...before, ...change }))
  const { data: choices } = useQuery(choicesQuery(order.programme))
  const untouched = order.freeUnits === order.units
  // Which devices earlier cases took is only asked for where there were any.
  const facts = useQuery({ ...takenFactsQuery(order.id), enabled: !untouched })
  const ways = choices?.routes ?? []
  const [onlyWay] = ways
  const choice = { ...draft, way: ways.length === 1 && onlyWay !== undefined ? onlyWay : draft.way }
  const lines = freeLines(order, untouched ? new Set() : takenRows(facts.data ?? []))
  const chosen = chosenRows(lines, choice)
  const open = useAction({
    run: (wish: CaseChoice, headers) => {
      const { taken, destroyed } = chosenRows(lines, wish)
      return answerOf(
        api.POST('/cases', {
          params: { header: headers },
          body: {
            orderNumber: order.number,
            ...(wish.part === 'some' && { rows: taken }),
            route: wish.way === 'destroy' ? 'destroy' : 'return',
            ...(wish.way === 'mixed' && { destroyRows: destroyed }),
            language: wish.language,
          },
        }),
      )
    },
    invalidates: touchedByOrders,
    done: ({ id }) => t('orders.case-opened', { id }),
    onDone: ({ id }) => {
      forget()
      return navigate({ to: '/cases/$caseId', params: { caseId: id } })
    },
  })
  if (!order.actions.includes('open-case')) return <Text>{t('orders.not-for-this-customer')}</Text>
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        open.mutate(choice)
      }}
    >
      <Stack gap="lg">
        <Paper withBorder p="md">
          <Title order={2} id="which-devices">
            {t('orders.step-devices')}
          </Title>
          <Radio.Group
            value={choice.part}
            onChange={(value) => set({ part: value === 'some' ? 'some' : 'all' })}
            aria-labelledby="which-devices"
          >
            <Stack gap="xs" mt="xs">
              <Radio value="all" label={t('orders.take-all', { count: order.freeUnits })} />
              <Radio value="some" label={t('orders.take-some')} description={t('orders.take-some-help')} />
            </Stack>
          </Radio.Group>
          {choice.part === 'some' && (
            <>
              <PartRefused error={facts.error} again={facts.refetch} />
              <CountByLine
                caption={t('orders.take-table')}
                title={t('orders.take-count')}
                lines={lines.map((one) => ({ ...one, most: one.rows.length }))}
                counts={choice.take}
                missing="most"
                onChange={(take) => set({ take })}
              />
            </>
          )}
        </Paper>
        <Paper withBorder p="md">
          <Title order={2} id="which-way">
            {t('orders.step-way')}
          </Title>
          <Text c="dimmed">{t('orders.way-help')}</Text>
          <Radio.Group
            value={choice.way}
            onChange={(value) => set({ way: value })}
            aria-labelledby="which-way"
          >
            <SimpleGrid cols={{ base: 1, sm: 2 }} mt="sm" spacing="lg">
              {ways.map((way) => (
                <Stack key={way} gap="xs">
                  <Radio value={way} label={<Text fw={600}>{t(`orders.way-${way}`)}</Text>} />
                  <RouteSteps programme={order.programme} way={way} />
                </Stack>
              ))}
            </SimpleGrid>
            {ways.length > 1 && (
              <Radio
                mt="md"
                value="mixed"
                label={<Text fw={600}>{t('orders.way-mixed')}</Text>}
                description={t('orders.way-mixed-help')}
              />
            )}
          </Radio.Group>
          {choice.way === 'mixed' && (
            <CountByLine
              caption={t('orders.mixed-table')}
              title={t('orders.destroy-count')}
              rest={t('orders.return-count')}
              lines={lines.map((one) => ({
                ...one,
                most: choice.part === 'all' ? one.rows.length : (choice.take[one.line] ?? one.rows.length),
              }))}
              counts={choice.destroy}
              missing="none"
              onChange={(destroy) => set({ destroy })}
            />
          )}
        </Paper>
        <Paper withBorder p="md">
          <Title order={2} mb="xs">
            {t('orders.step-language')}
          </Title>
          <NativeSelect
            label={t('orders.language-of-papers')}
            description={t('orders.language-help')}
            value={choice.language}
            onChange={({ currentTarget: { value } }) => set({ language: value === 'de' ? 'de' : 'en' })}
            data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
            maw={320}
          />
        </Paper>
        <Paper withBorder p="md">
          <Group justify="space-between" gap="md">
            <div role="status">
              <Group gap="0.5rem 2rem" component="dl" m={0}>
                <Figure title={t('orders.devices')}>{format.number(chosen.taken.length)}</Figure>
                <Figure title={t('orders.at-stake')}>
                  {format.money(decimal(chosen.creditMinor, order.freeCredit))}
                </Figure>
                <Figure title={t('cases.due')}>
                  {order.dueOn === null ? t('orders.clock-not-started') : <Due on={order.dueOn} />}
                </Figure>
              </Group>
            </div>
            <Button type="submit" loading={open.isPending} disabled={chosen.taken.length === 0}>
              {t('orders.open-now')}
            </Button>
          </Group>
          {order.dueOn === null && <Text mt="xs">{t('orders.clock-not-started-help')}</Text>}
          <div style={{ marginTop: open.error === null ? 0 : '1rem' }}>
            <Refused error={open.error} />
          </div>
        </Paper>
      </Stack>
    </form>
  )
}

/** The same object as long as the language is the same: a draft is compared with it. */
const initials: Readonly<Record<'de' | 'en', CaseChoice>> = {
  de: { part: 'all', way: 'return', language: 'de', take: {}, destroy: {} },
  en: { part: 'all', way: 'return', language: 'en', take: {}, destroy: {} },
}
const useInitial = (language: 'de' | 'en'): CaseChoice => initials[language]

/** An amount of the same currency in its decimals, so that it can be formatted like the others. */
const decimal = (minor: number, like: Schema['Money']) => {
  const digits = like.amount.split('.')[1]?.length ?? 0
  return { amount: (minor / 10 ** digits).toFixed(digits), currency: like.currency }
}

function Figure({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div>
      <Text size="sm" c="dimmed" component="dt">
        {title}
      </Text>
      <Text component="dd" m={0} fw={600} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {children}
      </Text>
    </div>
  )
}
