import { CopyButton, Group, Paper, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { answerOf, api, type Schema } from '../../../api/client.ts'
import { useText } from '../../../app/language.tsx'
import { caseKey, useCase } from '../../../subjects/case/queries.ts'
import { More, useCursorPages } from '../../../ui/cursor-pages.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Refused } from '../../../ui/refused.tsx'
import { Loading } from '../../../ui/states.tsx'
import { PaperMenu } from '../papers/paper-menu.tsx'

export function Shipments() {
  const t = useText()
  const { id } = useCase()
  const pages = useCursorPages([...caseKey(id), 'shipments'], (cursor) =>
    answerOf(api.GET('/cases/{id}/shipments', { params: { path: { id }, query: { cursor, limit: 200 } } })),
  )
  if (pages.isPending) return <Loading />
  return (
    <Stack gap="sm">
      <Refused error={pages.error} />
      {pages.isSuccess && pages.items.length === 0 && <Text>{t('documents.no-shipment-yet')}</Text>}
      {pages.items.toReversed().map((shipment) => (
        <Shipment key={shipment.number} shipment={shipment} />
      ))}
      <More pages={pages} />
    </Stack>
  )
}

function Shipment({ shipment }: { shipment: Schema['Shipment'] }) {
  const t = useText()
  const format = useFormat()
  const { caseId, number, carrierName, prepaid, trackingNumber, packages, weightKg, units } = shipment
  return (
    <Paper withBorder p="md" component="article" aria-labelledby={`shipment-${number}`}>
      <Group justify="space-between" align="start" gap="sm">
        <div>
          <Title order={3} id={`shipment-${number}`}>
            {t('documents.shipment-number', { number })}
          </Title>
          <Text size="sm" c="dimmed">
            {t('documents.by-at', {
              name: shipment.createdByName ?? 'none',
              at: format.instant(shipment.createdAt),
            })}
          </Text>
        </div>
        {shipment.actions.includes('download-label') && (
          <PaperMenu
            label={t('documents.download-label')}
            path={`/cases/${caseId}/shipments/${number}/label`}
            papers={['label', 'a4', 'letter']}
            primary
          />
        )}
      </Group>
      <Text mt="xs">
        {t('documents.shipment-contents', {
          units,
          packages,
          weight: weightKg === null ? 'none' : format.number(weightKg),
        })}
      </Text>
      <Group gap={6} mt={4}>
        <Text>
          {t(prepaid ? 'documents.carrier-prepaid' : 'documents.carrier-own', { carrier: carrierName })}
        </Text>
        <Text className="mono">{trackingNumber}</Text>
        <CopyButton value={trackingNumber}>
          {({ copied, copy }) => (
            <UnstyledButton
              onClick={copy}
              p={4}
              className="no-print"
              aria-label={t(copied ? 'documents.copied' : 'documents.copy-tracking', {
                number: trackingNumber,
              })}
            >
              {copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
            </UnstyledButton>
          )}
        </CopyButton>
      </Group>
      <Text size="sm" c="dimmed" mt={4}>
        {t('documents.shipment-to', { address: shipment.siteAddress.join(', ') })}
      </Text>
      <Text size="sm" c="dimmed">
        {t('documents.shipment-rows', {
          rows: shipment.rows.slice(0, 30).join(', '),
          count: shipment.rows.length,
          more: Math.max(0, shipment.rows.length - 30),
        })}
      </Text>
    </Paper>
  )
}
