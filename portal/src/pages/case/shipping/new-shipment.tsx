import { Button, Group, NumberInput, Paper, Radio, Stack, Title } from '@mantine/core'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { answerOf, api } from '../../../api/client.ts'
import { useLanguage, useText } from '../../../app/language.tsx'
import { caseKey, touchedBy, useCase } from '../../../subjects/case/queries.ts'
import { More, useCursorPages } from '../../../ui/cursor-pages.tsx'
import { errorAt, Refused } from '../../../ui/refused.tsx'
import { useAction } from '../../../ui/use-action.ts'
import { useDraft } from '../../../ui/use-draft.ts'
import { ChooseUnits, unitsByRoute } from '../choose-units.tsx'

interface Draft {
  readonly which: 'all' | 'some'
  readonly rows: readonly number[]
  readonly packages: number | string
  readonly weightKg: number | string
}
const empty: Draft = { which: 'all', rows: [], packages: 1, weightKg: '' }

/** Which devices travel, in how many packages; the server answers with label and tracking number. */
export function NewShipment({ onClose }: { onClose: () => void }) {
  const t = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  // The button that brought it is gone, and the keyboard would be with it.
  useEffect(() => heading.current?.focus(), [])
  const { language } = useLanguage()
  const { id } = useCase()
  const [draft, setDraft, forget] = useDraft<Draft>(`shipment:${id}`, empty)
  const [missing, setMissing] = useState(false)
  const { which, rows, packages, weightKg } = draft
  const pages = useCursorPages([...caseKey(id), 'units', 'return'], unitsByRoute(id, 'return'))
  const ready = pages.items.filter(
    ({ state, shipment }) => shipment === null && (state === 'owed' || state === 'identified'),
  )
  const chosen = rows.filter((row) => pages.items.length === 0 || ready.some((unit) => unit.row === row))
  const create = useAction({
    run: (body: { rows?: number[]; packages: number; weightKg: number | null }, headers) =>
      answerOf(api.POST('/cases/{id}/shipments', { params: { path: { id }, header: headers }, body })),
    invalidates: touchedBy(id),
    done: ({ trackingNumber }) => t('documents.shipment-created', { number: trackingNumber }),
    onDone: () => {
      forget()
      onClose()
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setMissing(typeof packages !== 'number')
    if (typeof packages !== 'number') return
    create.mutate({
      ...(which === 'some' && { rows: [...chosen] }),
      packages,
      weightKg: typeof weightKg === 'number' ? weightKg : null,
    })
  }
  const separators =
    language === 'de'
      ? { decimalSeparator: ',', thousandSeparator: '.' }
      : { decimalSeparator: '.', thousandSeparator: ',' }
  return (
    <Paper withBorder p="md" component="form" onSubmit={submit} aria-labelledby="new-shipment">
      <Stack gap="sm">
        <Title order={3} id="new-shipment" ref={heading} tabIndex={-1}>
          {t('documents.new-shipment')}
        </Title>
        <Radio.Group
          value={which}
          onChange={(value) => setDraft({ ...draft, which: value === 'some' ? 'some' : 'all' })}
          label={t('documents.for-which')}
        >
          <Stack gap={6} mt={6}>
            <Radio value="all" label={t('documents.for-all-return')} />
            <Radio value="some" label={t('documents.for-some')} />
          </Stack>
        </Radio.Group>
        {which === 'some' && (
          <>
            <Refused error={pages.error} />
            <ChooseUnits
              units={ready}
              chosen={chosen}
              onChange={(next) => setDraft({ ...draft, rows: next })}
              caption={t('documents.to-ship')}
            />
            <More pages={pages} />
          </>
        )}
        <Group align="start" gap="sm">
          <NumberInput
            label={t('documents.packages')}
            value={packages}
            onChange={(value) => setDraft({ ...draft, packages: value })}
            min={1}
            max={500}
            allowDecimal={false}
            w={160}
            error={
              errorAt(create.error, '/body/packages') ??
              (missing && typeof packages !== 'number' && t('documents.packages-needed'))
            }
          />
          <NumberInput
            label={t('documents.weight')}
            description={t('shell.optional')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={weightKg}
            onChange={(value) => setDraft({ ...draft, weightKg: value })}
            min={0}
            max={100_000}
            decimalScale={3}
            {...separators}
            w={160}
            error={errorAt(create.error, '/body/weightKg')}
          />
        </Group>
        <Refused error={create.error} shown={['/body/packages', '/body/weightKg']} />
        <Group gap="sm">
          <Button type="submit" loading={create.isPending} disabled={which === 'some' && chosen.length === 0}>
            {t('documents.create-shipment')}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {t('shell.cancel')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}
