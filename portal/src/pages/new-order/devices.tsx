import { ActionIcon, Button, Group, NumberInput, Paper, Stack, Text, Textarea, Title } from '@mantine/core'
import { IconAlertTriangle, IconBarcode, IconCheck, IconPlus, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import { ProblemError, type Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { needsSerials } from '../../subjects/order/programme-rules.ts'
import { SkuField } from '../../subjects/order/sku-field.tsx'
import { useFormat } from '../../ui/format.ts'
import { errorAt } from '../../ui/refused.tsx'
import { type DeviceDraft, filled, nextKey, type OrderDraft, serialsIn } from './draft.ts'
import classes from './rows.module.css'

type Line = Schema['CreditCalculation']['lines'][number]

/** The old devices that the order commits to, each line with what it brings or why it brings nothing. */
export function Devices({
  draft,
  set,
  programme,
  preview,
  error,
  serialsNeeded,
}: {
  draft: OrderDraft
  set: (change: Partial<OrderDraft>) => void
  programme: { id: string; version: string }
  preview: ReadonlyMap<string, Line>
  error: Error | null
  /** The definition of the programme, which may ask for every serial number before the order. */
  serialsNeeded: unknown
}) {
  const t = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  const { devices } = draft
  const sent = filled(devices)
  const change = (key: number, part: Partial<DeviceDraft>) =>
    set({ devices: devices.map((one) => (one.key === key ? { ...one, ...part } : one)) })
  const remove = (key: number) => {
    set({ devices: devices.filter((one) => one.key !== key) })
    heading.current?.focus()
  }
  const whole = errorAt(error, '/body/tradeIns')
  return (
    <Paper withBorder p="md">
      <Title order={2} ref={heading} tabIndex={-1}>
        {t('orders.old-devices')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t(needsSerials(serialsNeeded) ? 'orders.old-devices-serials' : 'orders.old-devices-help')}
      </Text>
      {whole !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert" mb="sm">
          {whole}
        </Text>
      )}
      <Stack gap="md" component="ol" className={classes['rows'] ?? ''}>
        {devices.map((device, index) => (
          <Device
            key={device.key}
            device={device}
            number={index + 1}
            programme={programme}
            on={draft.placedOn}
            line={preview.get(device.sku.replace(/\s+/g, '').toUpperCase())}
            error={error}
            at={`/body/tradeIns/${sent.indexOf(device)}`}
            onChange={(part) => change(device.key, part)}
            onRemove={devices.length > 1 ? () => remove(device.key) : undefined}
          />
        ))}
      </Stack>
      <Button
        mt="md"
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() =>
          set({ devices: [...devices, { key: nextKey(devices), sku: '', quantity: 1, serials: null }] })
        }
      >
        {t('orders.add-device')}
      </Button>
    </Paper>
  )
}

function Device({
  device: { sku, quantity, serials },
  number,
  programme,
  on,
  line,
  error,
  at,
  onChange,
  onRemove,
}: {
  device: DeviceDraft
  number: number
  programme: { id: string; version: string }
  on: string
  line: Line | undefined
  error: Error | null
  /** JSON Pointer of this row in the request. */
  at: string
  onChange: (part: Partial<DeviceDraft>) => void
  onRemove: (() => void) | undefined
}) {
  const t = useText()
  const count = serialsIn(serials ?? '').length
  return (
    <li>
      <Group align="start" gap="sm" className={classes['row'] ?? ''}>
        <SkuField
          label={t('orders.sku-number', { number })}
          programme={programme}
          kind="old"
          on={on || undefined}
          value={sku}
          onChange={(value) => onChange({ sku: value })}
          error={errorAt(error, `${at}/sku`)}
          className={classes['sku'] ?? ''}
        />
        <NumberInput
          label={t('orders.quantity')}
          value={quantity}
          onChange={(value) => onChange({ quantity: Math.max(1, Number(value) || 1) })}
          min={1}
          max={10_000}
          allowDecimal={false}
          error={errorAt(error, `${at}/quantity`)}
          w={96}
        />
        <Group gap={4} mt={25} wrap="nowrap">
          <Button
            variant="subtle"
            px={8}
            leftSection={<IconBarcode size={16} aria-hidden />}
            aria-expanded={serials !== null}
            onClick={() => onChange({ serials: serials === null ? '' : null })}
          >
            {t('orders.serials')}
          </Button>
          {onRemove !== undefined && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              onClick={onRemove}
              aria-label={t('orders.remove-device', { number })}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      </Group>
      {sku.trim() !== '' && line !== undefined && errorAt(error, `${at}/sku`) === undefined && (
        <Worth line={line} />
      )}
      {serials !== null && (
        <Textarea
          mt="xs"
          label={t('orders.serials-of', { number })}
          description={t('orders.serials-count', { count, quantity })}
          value={serials}
          onChange={({ currentTarget }) => onChange({ serials: currentTarget.value })}
          error={serialProblems(error, at)}
          autosize
          minRows={2}
          maxRows={12}
          spellCheck={false}
          maw={560}
          classNames={{ input: classes['serials'] ?? '' }}
        />
      )}
    </li>
  )
}

/** Known before anything is sent: whether the programme takes the device, and what for. */
function Worth({ line: { creditPerUnit, sums, problem, description } }: { line: Line }) {
  const t = useText()
  const format = useFormat()
  if (problem !== null)
    return (
      <Text size="sm" mt={4} c="var(--mantine-color-error)">
        <IconAlertTriangle size={15} aria-hidden className={classes['sign']} /> {problem.detail}
      </Text>
    )
  if (creditPerUnit === null || sums === null) return null
  return (
    <Text size="sm" mt={4}>
      <IconCheck size={15} aria-hidden className={classes['sign']} />{' '}
      {t('orders.worth', {
        description: description ?? '',
        each: format.money(creditPerUnit),
        all: format.money(sums.granted),
      })}
    </Text>
  )
}

/** Of the list as a whole and of single serial numbers, together below their field. */
function serialProblems(error: Error | null, at: string): ReactNode {
  if (!(error instanceof ProblemError)) return undefined
  const found = (error.problem.errors ?? []).filter(
    ({ pointer }) => pointer === `${at}/serials` || pointer.startsWith(`${at}/serials/`),
  )
  return found.length === 0
    ? undefined
    : found.map(({ pointer, detail }) => (
        <Text key={pointer} span inherit display="block">
          {detail}
        </Text>
      ))
}
