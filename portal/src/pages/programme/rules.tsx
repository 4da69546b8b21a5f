import { Alert, List, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconHistory, IconInfoCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useCountries } from '../../subjects/organisation/places.ts'
import { Failed } from '../../subjects/person/failed.tsx'
import { type Choices, choicesQuery } from '../../subjects/programme/queries.ts'
import { useFormat } from '../../ui/format.ts'
import { AnchorLink } from '../../ui/links.tsx'
import { Loading } from '../../ui/states.tsx'
import { Route } from '../../ui/status.tsx'
import { Devices } from './devices.tsx'
import { Reasons } from './reasons.tsx'

const route = getRouteApi('/shell/programmes/$programmeId')

export function Rules({ programme }: { programme: Schema['Programme'] }) {
  const t = useText()
  const { version = programme.programmeVersion } = route.useSearch()
  const isCurrent = version === programme.programmeVersion
  const choices = useQuery(choicesQuery(programme.id, version))
  return (
    <Stack gap="lg">
      {!isCurrent && (
        <Alert color="yellow" icon={<IconHistory aria-hidden />} title={t('programmes.one-of', { version })}>
          <Text size="sm">{t('programmes.version-old')}</Text>
          <AnchorLink
            to="/programmes/$programmeId"
            params={{ programmeId: programme.id }}
            search={{}}
            size="sm"
            c="inherit"
            underline="always"
          >
            {t('programmes.see-current')}
          </AnchorLink>
        </Alert>
      )}
      <Failed query={choices} />
      {choices.isPending && <Loading />}
      {choices.isSuccess && (
        <>
          <InWords choices={choices.data} programme={isCurrent ? programme : null} />
          <Devices programmeId={programme.id} version={version} />
          <Reasons reasons={choices.data.rejectionReasons} />
        </>
      )}
    </Stack>
  )
}

/** `programme` only where it is the version shown: the list of programmes speaks of the current one. */
function InWords({ choices, programme }: { choices: Choices; programme: Schema['Programme'] | null }) {
  const t = useText()
  const format = useFormat()
  const countries = useCountries()
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} style={{ alignItems: 'stretch' }}>
      <Card title={t('programmes.routes')}>
        {choices.routes.map((one) => (
          <div key={one}>
            <Route route={one} />
            <Text size="sm" c="dimmed">
              {t(`programmes.route-${one}`)}
            </Text>
          </div>
        ))}
        {programme !== null && (
          <Text size="sm">
            {t('programmes.window')}: <b>{format.duration(programme.window)}</b>
          </Text>
        )}
      </Card>
      <Card title={t('programmes.credit')}>
        <Text size="sm">{t(`programmes.credit-${choices.creditPaid}`)}</Text>
        <Text size="sm">
          {t('programmes.currencies')}: {choices.currencies.join(', ')}
        </Text>
        {choices.consumptions.length > 1 && (
          <List size="sm">
            {choices.consumptions.map(({ text }) => (
              <List.Item key={text}>{text}</List.Item>
            ))}
          </List>
        )}
        {choices.creditSample && (
          <Alert color="yellow" icon={<IconInfoCircle aria-hidden />} p="xs">
            {t('programmes.sample')}
          </Alert>
        )}
      </Card>
      <Card title={t('programmes.extensions')}>
        <List size="sm" spacing={4}>
          {choices.extensionRules.map((rule) => (
            <List.Item key={rule}>{rule}</List.Item>
          ))}
        </List>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('programmes.mailbox')}: {choices.mailbox}
        </Text>
      </Card>
      <Card title={t('programmes.sites')}>
        {choices.sites.map(({ id, address, country }) => (
          <Text key={id} size="sm" component="address" style={{ fontStyle: 'normal' }}>
            {[...address, countries.nameOf(country)].map((line) => (
              <span key={line} style={{ display: 'block' }}>
                {line}
              </span>
            ))}
          </Text>
        ))}
      </Card>
      <Card title={t('programmes.phases')}>
        {choices.phases.map(({ id, name, validFrom, validTo, newFamilies }) => (
          <div key={id}>
            <Text size="sm" fw={600}>
              {name}
            </Text>
            <Text size="sm">
              {validTo === null
                ? t('programmes.phase-from', { from: format.day(validFrom) })
                : t('programmes.phase-between', { from: format.day(validFrom), to: format.day(validTo) })}
            </Text>
            {newFamilies.length > 0 && (
              <Text size="sm" c="dimmed">
                {t('programmes.phase-families', { families: newFamilies.join(', ') })}
              </Text>
            )}
          </div>
        ))}
      </Card>
    </SimpleGrid>
  )
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2} mb="xs">
        {title}
      </Title>
      <Stack gap="xs">{children}</Stack>
    </Paper>
  )
}
