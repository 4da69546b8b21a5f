import { Box, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconTruck } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useText } from '../../../app/language.tsx'
import { useCase } from '../../../subjects/case/queries.ts'
import { Empty } from '../../../ui/states.tsx'
import { Instructions } from './instructions.tsx'
import { NewShipment } from './new-shipment.tsx'
import { Shipments } from './shipments.tsx'

export function CaseShipping() {
  const t = useText()
  const theCase = useCase()
  const [creating, setCreating] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const mayShip = theCase.actions.includes('create-shipment')
  const nothingYet = theCase.instructionsSentAt === null && theCase.shipments === 0
  return (
    <Stack gap="xl">
      <Stack component="section" gap="md">
        <Group justify="space-between" align="end" gap="sm">
          <Box flex="1 1 20rem">
            <Title order={2} ref={heading} tabIndex={-1}>
              {t('documents.shipments')}
            </Title>
            <Text c="dimmed" maw={720}>
              {t('documents.shipping-lead')}
            </Text>
          </Box>
          {mayShip && !creating && (
            <Button onClick={() => setCreating(true)} className="no-print">
              {t('documents.new-shipment')}
            </Button>
          )}
        </Group>
        {creating && (
          <NewShipment
            onClose={() => {
              setCreating(false)
              heading.current?.focus()
            }}
          />
        )}
        {nothingYet ? (
          <Empty icon={IconTruck} title={t('documents.nothing-to-ship')}>
            <Text>{theCase.waitingOn.sentence}</Text>
            <Text mt={4}>{t('documents.nothing-to-ship-why')}</Text>
          </Empty>
        ) : (
          <Shipments />
        )}
      </Stack>
      {theCase.instructionsSentAt !== null && <Instructions />}
    </Stack>
  )
}
