import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCheck, IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../../app/language.tsx'
import { lastInstantBefore } from '../../subjects/queue/queries.ts'
import { useFormat } from '../../ui/format.ts'
import { AnchorLink } from '../../ui/links.tsx'
import { AssignDialog } from './assign-dialog.tsx'
import { Photos } from './photos.tsx'
import type { Held, Target } from './queries.ts'
import { Whose } from './whose.tsx'

/** One device that is held: what the dock saw of it, and whose it may be. */
export function HeldGoods({
  held,
  wanted,
  onAssigned,
}: {
  held: Held
  wanted: boolean
  onAssigned: () => void
}) {
  const t = useText()
  const format = useFormat()
  const { serial, sku, shelfNumber, site, heldAt, heldUntil, reason, note, photos, caseId, row, actions } =
    held
  const [open, { toggle }] = useDisclosure(wanted)
  const [target, setTarget] = useState<Target | null>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const id = `held-${held.receiptId}-${held.number}`
  useEffect(() => {
    if (!wanted) return
    // After the shell, which puts the focus on the screen.
    const timer = setTimeout(() => title.current?.focus(), 0)
    return () => clearTimeout(timer)
  }, [wanted])
  return (
    <Paper withBorder p="md" component="article" aria-labelledby={id}>
      <Group justify="space-between" align="start" gap="sm">
        <div>
          <Title order={2} size="h3" id={id} ref={title} tabIndex={-1}>
            {serial === null ? t('desk.unreadable') : <span className="mono">{serial}</span>}
          </Title>
          <Text size="sm">{t(`desk.held-${reason}`)}</Text>
        </div>
        {shelfNumber !== null && (
          <Text ta={{ base: 'left', xs: 'right' }} size="sm">
            {t('desk.shelf')}
            <br />
            <Text span fw={600} size="lg">
              <span className="mono">{shelfNumber}</span>
            </Text>
          </Text>
        )}
      </Group>
      <Group gap="0.3rem 2rem" my="sm" align="start">
        <Fact title={t('desk.site')} text={site} />
        {sku !== null && <Fact title={t('desk.sku')} text={sku} mono />}
        <Fact title={t('desk.held-since')} text={format.dayOf(heldAt)} />
        <Fact title={t('desk.kept-until')} text={format.dayOf(lastInstantBefore(heldUntil))} />
        {held.labelCaseId !== null && <Fact title={t('desk.label-case')} text={held.labelCaseId} mono />}
        {note !== null && note !== '' && <Fact title={t('desk.dock-note')} text={note} />}
      </Group>
      {photos.length > 0 && <Photos held={held} />}
      {held.resolvedAt !== null && caseId !== null && (
        <Alert color="green" icon={<IconCheck aria-hidden />} role="status">
          {t('desk.assigned-on', { at: format.instant(held.resolvedAt), row: row ?? 0 })}{' '}
          <AnchorLink to="/cases/$caseId" params={{ caseId }} className="mono" underline="always">
            {caseId}
          </AnchorLink>
        </Alert>
      )}
      {actions.includes('suggest-unmatched-goods') && (
        <Stack gap="sm" mt="xs" className="no-print">
          <Group>
            <Button
              variant="default"
              onClick={toggle}
              aria-expanded={open}
              rightSection={
                open ? <IconChevronUp size={16} aria-hidden /> : <IconChevronDown size={16} aria-hidden />
              }
            >
              {t('desk.whose')}
              <span className="visually-hidden"> {serial ?? shelfNumber}</span>
            </Button>
          </Group>
          {open && <Whose held={held} onChoose={setTarget} />}
        </Stack>
      )}
      {target !== null && (
        <AssignDialog held={held} target={target} onClose={() => setTarget(null)} onAssigned={onAssigned} />
      )}
    </Paper>
  )
}

function Fact({ title, text, mono = false }: { title: string; text: string; mono?: boolean }) {
  return (
    <div style={{ maxWidth: '36rem' }}>
      <Text size="sm" c="dimmed">
        {title}
      </Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {mono ? <span className="mono">{text}</span> : text}
      </Text>
    </div>
  )
}
