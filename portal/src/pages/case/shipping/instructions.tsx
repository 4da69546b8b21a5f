import { Box, Group, List, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, type Schema } from '../../../api/client.ts'
import { useLanguage, useText } from '../../../app/language.tsx'
import { caseKey, useCase } from '../../../subjects/case/queries.ts'
import { useFormat } from '../../../ui/format.ts'
import { Refused } from '../../../ui/refused.tsx'
import { Loading } from '../../../ui/states.tsx'
import { PaperMenu } from '../papers/paper-menu.tsx'

/** Where it goes, how it is packed, and on whose account. */
export function Instructions() {
  const t = useText()
  const format = useFormat()
  const { id, instructionsSentAt, actions } = useCase()
  const instructions = useQuery({
    queryKey: [...caseKey(id), 'instructions'],
    queryFn: () => answerOf(api.GET('/cases/{id}/shipping-instructions', { params: { path: { id } } })),
  })
  return (
    <Stack component="section" gap="md">
      <Group justify="space-between" align="end" gap="sm">
        <Box flex="1 1 20rem">
          <Title order={2}>{t('documents.instructions')}</Title>
          {instructionsSentAt !== null && (
            <Text c="dimmed">
              {t('documents.instructions-sent', { at: format.instant(instructionsSentAt) })}
            </Text>
          )}
        </Box>
        {actions.includes('download-shipping-instructions') && (
          <PaperMenu
            label={t('documents.download-instructions')}
            path={`/cases/${id}/shipping-instructions/paper`}
            papers={['a4', 'letter']}
          />
        )}
      </Group>
      <Refused error={instructions.error} />
      {instructions.isPending && <Loading />}
      {instructions.data !== undefined && <Contents instructions={instructions.data} />}
    </Stack>
  )
}

function Contents({
  instructions: { site, steps, packing, boxMarking, carriers },
}: {
  instructions: Schema['ShippingInstructions']
}) {
  const { t, language } = useLanguage()
  const countries = new Intl.DisplayNames(language, { type: 'region' })
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
      <Paper withBorder p="md">
        <Title order={3}>{t('documents.ship-to')}</Title>
        <Text component="address" style={{ fontStyle: 'normal' }} mt={4}>
          {[...site.address, countries.of(site.country) ?? site.country].map((line) => (
            <span key={line} style={{ display: 'block' }}>
              {line}
            </span>
          ))}
        </Text>
        <Title order={3} mt="md">
          {t('documents.box-marking')}
        </Title>
        <Text mt={4}>{boxMarking}</Text>
        <Title order={3} mt="md">
          {t('documents.carriers')}
        </Title>
        <List mt={4}>
          {carriers.map(({ code, name, service, account, prepaid }) => (
            <List.Item key={code}>
              {t(prepaid ? 'documents.carrier-account-prepaid' : 'documents.carrier-account-own', {
                name,
                service,
              })}{' '}
              <span className="mono">{account}</span>
            </List.Item>
          ))}
        </List>
      </Paper>
      <Paper withBorder p="md">
        <Title order={3}>{t('documents.packing')}</Title>
        <List mt={4} spacing={4}>
          {packing.map((rule) => (
            <List.Item key={rule}>{rule}</List.Item>
          ))}
        </List>
        <Title order={3} mt="md">
          {t('documents.steps')}
        </Title>
        <List type="ordered" mt={4} spacing={4}>
          {steps.map((step) => (
            <List.Item key={step}>{step}</List.Item>
          ))}
        </List>
      </Paper>
    </SimpleGrid>
  )
}
