import { Button, Group, NativeSelect, Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useMe } from '../../app/session.ts'
import { consumptionOf } from '../../subjects/order/calculation.ts'
import { CreditConditions, useProgramme } from '../../subjects/order/programme-fields.tsx'
import { programmeQuery, startsWithShipment } from '../../subjects/order/programme-rules.ts'
import { touchedByOrders } from '../../subjects/order/queries.ts'
import { errorAt } from '../../ui/refused.tsx'
import { useAction } from '../../ui/use-action.ts'
import { CreditPreview, usePreview } from './credit-preview.tsx'
import { CustomerField, useCustomerAccount } from './customer-field.tsx'
import { Devices } from './devices.tsx'
import { filled, type OrderDraft, serialsIn } from './draft.ts'
import { Equipment } from './equipment.tsx'
import { OrderRefused } from './order-refused.tsx'
import { PartnerField } from './partner-field.tsx'

/** Everything that is wrong with the order comes back at once, each problem to its field. */
export function OrderForm({
  draft,
  set,
  customerInAddress,
  forget,
}: {
  draft: OrderDraft
  set: (change: Partial<OrderDraft>) => void
  customerInAddress: string | undefined
  forget: () => void
}) {
  const t = useText()
  const navigate = useNavigate()
  const { organisation } = useMe()
  const { id, version, programmes, choices } = useProgramme(draft.programme || undefined)
  const programme = { id, version }
  const { data: rules } = useQuery({ ...programmeQuery(programme), enabled: version !== '' })
  const customer = useCustomerAccount(draft.customer || customerInAddress)
  const currency = draft.currency || (choices?.currencies[0] ?? '')
  const devices = filled(draft.devices)
  const consumption = consumptionOf(draft.consumption, choices)
  const preview = usePreview({ draft, programme, currency, consumption })
  const register = useAction({
    run: (_: OrderDraft, headers) =>
      answerOf(
        api.POST('/orders', {
          params: { header: headers },
          body: {
            number: draft.number.trim(),
            programme: id,
            customerAccount: customer ?? '',
            partnerAccount:
              organisation.kind === 'partner' ? organisation.account : draft.partnerAccount || null,
            purchaseOrder: draft.purchaseOrder.trim() || null,
            placedOn: draft.placedOn,
            lastShippedOn: draft.lastShippedOn || null,
            currency,
            newFamily: draft.newFamily || null,
            consumption: consumption ?? null,
            lines: filled(draft.equipment).map(({ sku, quantity }) => ({ sku, quantity })),
            tradeIns: devices.map(({ sku, quantity, serials }) => ({
              sku,
              quantity,
              ...(serials !== null && serials.trim() !== '' && { serials: serialsIn(serials) }),
            })),
          },
        }),
      ),
    invalidates: touchedByOrders,
    done: ({ number }) => t('orders.registered', { number }),
    onDone: ({ id: order }) => {
      forget()
      return navigate({ to: '/cases/new', search: { order } })
    },
  })
  const { error, reset } = register
  const form = useRef<HTMLFormElement>(null)
  // The keyboard goes where something is to be mended.
  useEffect(() => {
    if (error !== null) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [error])
  const setRows = (change: Partial<OrderDraft>) => {
    // The problems name rows by their place; with one more or less they would stand beside the wrong ones.
    if ((change.devices ?? draft.devices).length !== draft.devices.length) reset()
    if ((change.equipment ?? draft.equipment).length !== draft.equipment.length) reset()
    set(change)
  }
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        register.mutate(draft)
      }}
    >
      <Stack gap="lg">
        <Paper withBorder p="md">
          <Title order={2} mb="sm">
            {t('orders.the-order')}
          </Title>
          <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md" verticalSpacing="sm">
            <CustomerField
              value={draft.customer || customerInAddress}
              onChange={(chosen) => set({ customer: chosen ?? '' })}
              error={errorAt(error, '/body/customerAccount')}
            />
            {programmes.length > 1 && (
              <NativeSelect
                label={t('cases.programme')}
                value={id}
                onChange={({ currentTarget: { value } }) =>
                  set({ programme: value, currency: '', newFamily: '', consumption: '' })
                }
                data={[
                  ...(id === '' ? [{ value: '', label: t('orders.choose') }] : []),
                  ...programmes.map((one) => ({ value: one.id, label: one.name })),
                ]}
                error={errorAt(error, '/body/programme')}
                required
              />
            )}
            <TextInput
              type="date"
              label={t('orders.placed-on')}
              value={draft.placedOn}
              onChange={({ currentTarget }) => set({ placedOn: currentTarget.value })}
              error={errorAt(error, '/body/placedOn')}
              required
            />
            <TextInput
              label={t('orders.purchase-order')}
              value={draft.purchaseOrder}
              onChange={({ currentTarget }) => set({ purchaseOrder: currentTarget.value })}
              error={errorAt(error, '/body/purchaseOrder')}
              maxLength={60}
            />
            {choices !== undefined && (
              <NativeSelect
                label={t('orders.currency')}
                value={currency}
                onChange={({ currentTarget: { value } }) => set({ currency: value })}
                data={choices.currencies}
                error={errorAt(error, '/body/currency')}
                required
              />
            )}
            <CreditConditions
              choices={choices}
              newFamily={draft.newFamily}
              consumption={draft.consumption}
              onChange={set}
            />
            {startsWithShipment(rules?.definition) && (
              <TextInput
                type="date"
                label={t('orders.last-shipment-day')}
                description={t('orders.last-shipment-help')}
                value={draft.lastShippedOn}
                onChange={({ currentTarget }) => set({ lastShippedOn: currentTarget.value })}
                error={errorAt(error, '/body/lastShippedOn')}
              />
            )}
            {organisation.kind === 'vendor' && (
              <PartnerField
                value={draft.partnerAccount}
                onChange={(partnerAccount) => set({ partnerAccount })}
                error={errorAt(error, '/body/partnerAccount')}
              />
            )}
          </SimpleGrid>
        </Paper>
        {version === '' ? (
          <Text c="dimmed">{t('orders.choose-programme-first')}</Text>
        ) : (
          <>
            <Devices
              draft={draft}
              set={setRows}
              programme={programme}
              preview={preview.lines}
              error={error}
              serialsNeeded={rules?.definition}
            />
            <Equipment draft={draft} set={setRows} programme={programme} error={error} />
            <Paper withBorder p="md">
              <Group justify="space-between" gap="md">
                <CreditPreview preview={preview} devices={devices} />
                <Button type="submit" loading={register.isPending}>
                  {t('orders.register-now')}
                </Button>
              </Group>
              <div style={{ marginTop: error === null ? 0 : '1rem' }}>
                <OrderRefused error={error} />
              </div>
            </Paper>
          </>
        )}
      </Stack>
    </form>
  )
}
