import { ActionIcon, Button, Group, Loader, Text, UnstyledButton } from '@mantine/core'
import {
  IconBarcodeOff,
  IconCamera,
  IconNote,
  IconSquareCheck,
  IconVolume,
  IconVolumeOff,
  IconX,
} from '@tabler/icons-react'
import { type ChangeEvent, lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { AnchorLink } from '../../ui/links.tsx'
import { Page } from '../../ui/page.tsx'
import { Loading } from '../../ui/states.tsx'
import { AnswerPanel, type Shown } from './answer.tsx'
import { Closing } from './closing.tsx'
import classes from './dock.module.css'
import { LastScans } from './last-scans.tsx'
import { changeNextDevice, nextDevice, useNextDevice } from './next-device.ts'
import { recognise } from './recognise.ts'
import { ScanField } from './scan-field.tsx'
import { isMuted, play, setMuted } from './signals.ts'
import { Unsent } from './unsent.tsx'
import type { Queues } from './use-queues.ts'
import { useScans } from './use-scans.ts'
import { useWakeLock } from './use-wake-lock.ts'
import type { WaitingPhoto } from './waiting-photos.ts'

const Camera = lazy(() =>
  import('../../ui/barcode-camera.tsx').then(({ BarcodeCamera }) => ({ default: BarcodeCamera })),
)

type Receipt = Schema['Receipt']
type PhotoOf = Pick<WaitingPhoto, 'receiptId' | 'scanKey' | 'number'> & { readonly serial: string | null }

export function Scanning({ receipt, queues }: { receipt: Receipt; queues: Queues }) {
  const t = useText()
  const { scans: queue, photos, scanState } = queues
  const { scans, query } = useScans(receipt.id, queues)
  const { shown, setShown, take, takeUnreadable } = useAnswers(receipt, queue)
  const next = useNextDevice(receipt.id)
  const [camera, setCamera] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const photoOf = useRef<PhotoOf | null>(null)
  useWakeLock()

  const lastShown = useRef<PhotoOf | null>(null)
  const photographed = photoTarget(shown, receipt.id)
  useEffect(() => {
    if (photographed !== null) lastShown.current = photographed
  })
  const target = photographed ?? lastShown.current
  const takePhoto = (of: PhotoOf | null) => {
    photoOf.current = of
    input.current?.click()
  }
  const photoTaken = (event: ChangeEvent<HTMLInputElement>) => {
    const [picture] = event.currentTarget.files ?? []
    event.currentTarget.value = ''
    const of = photoOf.current
    if (picture === undefined || of === null) return
    const { serial, ...shows } = of
    void photos.add(shows, picture)
  }
  const unreadable = () => {
    const kept = takeUnreadable()
    // In the same tap, or the browser would not open the camera.
    if (kept !== null) takePhoto({ receiptId: receipt.id, scanKey: kept.key, number: null, serial: null })
  }
  const waiting = scanState.waiting.filter(({ receiptId }) => receiptId === receipt.id)
  return (
    <Page
      title={receipt.reference ?? t('dock.no-reference')}
      above={<AnchorLink to="/dock">{t('dock.all-receipts')}</AnchorLink>}
      actions={<Mute />}
    >
      <div className={classes['dock']}>
        <div className={classes['columns']}>
          <section className={classes['work']} aria-label={t('dock.scanning')}>
            <Unsent queues={queues} />
            <ScanField field={field} onScan={take} camera={camera} onCamera={() => setCamera(!camera)} />
            {camera && (
              <Suspense fallback={<Loading />}>
                <Camera onCode={take} />
              </Suspense>
            )}
            <Group gap="xs" mih={36}>
              <NextChips receiptId={receipt.id} next={next} />
              {waiting.length > 0 && (
                <Group gap={6} ml="auto">
                  {!scanState.unreachable && <Loader size={14} aria-hidden />}
                  <Text size="sm">{t('dock.waiting', { count: waiting.length })}</Text>
                </Group>
              )}
            </Group>
            <AnswerPanel
              shown={shown}
              unreachable={scanState.unreachable}
              note={next.note}
              onNote={(note) => {
                changeNextDevice(receipt.id, { note })
                setShown({ kind: 'nothing' })
                field.current?.focus()
              }}
              closing={
                <Closing
                  receipt={receipt}
                  scans={scans}
                  complete={query.isSuccess}
                  waiting={waiting.length}
                  onBack={() => setShown({ kind: 'nothing' })}
                />
              }
            />
            <div className={classes['actions']}>
              <Action
                icon={<IconCamera aria-hidden />}
                text={t('dock.photo')}
                name={
                  target === null
                    ? t('dock.photo')
                    : t('dock.photo-of', { serial: target.serial ?? t('dock.unreadable') })
                }
                disabled={target === null}
                urgent={shown.kind === 'answer' && shown.scan.held && shown.scan.photos.length === 0}
                onClick={() => takePhoto(target)}
              />
              <Action
                icon={<IconBarcodeOff aria-hidden />}
                text={t('dock.unreadable-button')}
                name={t('dock.unreadable-name')}
                onClick={unreadable}
              />
              <Action
                icon={<IconNote aria-hidden />}
                text={t('dock.note-button')}
                name={t('dock.note-title')}
                onClick={() => setShown({ kind: 'note' })}
              />
              <Action
                icon={<IconSquareCheck aria-hidden />}
                text={t('dock.done')}
                name={t('dock.done-name')}
                onClick={() => setShown({ kind: 'closing' })}
              />
            </div>
            <input
              ref={input}
              type="file"
              accept="image/*"
              capture="environment"
              hidden
              onChange={photoTaken}
            />
          </section>
          <LastScans
            scans={scans}
            waiting={waiting}
            query={query}
            onPhoto={({ number, scanned }) =>
              takePhoto({ receiptId: receipt.id, scanKey: '', number, serial: scanned })
            }
          />
        </div>
      </div>
    </Page>
  )
}

/** What is scanned becomes what is shown. */
function useAnswers(receipt: Receipt, queue: Queues['scans']) {
  const [shown, setShown] = useState<Shown>({ kind: 'nothing' })
  useEffect(
    () =>
      queue.onAnswer(({ waiting, scan }) => {
        if (waiting.receiptId !== receipt.id) return
        if (scan === null) {
          play('heard')
          setShown({ kind: 'sku', sku: waiting.text ?? '' })
          return
        }
        play(scan.signal)
        setShown((before) =>
          // Who scans fast must not miss a red one: it stays until something is scanned that was not waiting already.
          before.kind === 'answer' && before.scan.signal === 'red' && waiting.at <= before.since
            ? before
            : { kind: 'answer', scan, key: waiting.key, since: Date.now() },
        )
      }),
    [queue, receipt.id],
  )
  const keep = (text: string | null, perhapsSku: boolean) => {
    const { id: receiptId, site } = receipt
    try {
      const kept = queue.add({ receiptId, site, text, perhapsSku, ...nextDevice(receiptId) })
      changeNextDevice(receiptId, { sku: null, note: null })
      setShown({ kind: 'waiting', scan: kept })
      return kept
    } catch {
      // The device is full: the scan is not taken, and whoever scanned must know.
      play('red')
      setShown({ kind: 'not-kept', text: text ?? '' })
      return null
    }
  }
  const take = (text: string): boolean => {
    const read = recognise(text)
    switch (read.kind) {
      case 'device':
        return keep(read.text, read.perhapsSku) !== null
      case 'case':
        changeNextDevice(receipt.id, { caseNumber: read.caseNumber })
        play('heard')
        setShown({ kind: 'box', caseNumber: read.caseNumber })
        return true
      default:
        play('yellow')
        setShown(read)
        return true
    }
  }
  return { shown, setShown, take, takeUnreadable: () => keep(null, false) }
}

function photoTarget(shown: Shown, receiptId: string): PhotoOf | null {
  if (shown.kind === 'answer')
    return { receiptId, scanKey: shown.key, number: shown.scan.number, serial: shown.scan.scanned }
  if (shown.kind === 'waiting')
    return { receiptId, scanKey: shown.scan.key, number: null, serial: shown.scan.text }
  return null
}

function NextChips({ receiptId, next }: { receiptId: string; next: ReturnType<typeof nextDevice> }) {
  const t = useText()
  const { caseNumber, sku, note } = next
  const chip = (text: string, name: string, without: Parameters<typeof changeNextDevice>[1]) => (
    <Button
      variant="light"
      size="sm"
      color="blue"
      className={classes['chip']}
      rightSection={<IconX size={16} aria-hidden />}
      aria-label={name}
      onClick={() => changeNextDevice(receiptId, without)}
    >
      {text}
    </Button>
  )
  return (
    <>
      {caseNumber === null ? (
        <Text size="sm" c="dimmed">
          {t('dock.loose')}
        </Text>
      ) : (
        chip(t('dock.box', { caseNumber }), t('dock.box-remove', { caseNumber }), { caseNumber: null })
      )}
      {sku !== null && chip(t('dock.sku', { sku }), t('dock.sku-remove', { sku }), { sku: null })}
      {note !== null &&
        chip(t('dock.note-chip', { note }), t('dock.note-chip-remove', { note }), { note: null })}
    </>
  )
}

function Action({
  icon,
  text,
  name,
  onClick,
  disabled = false,
  urgent = false,
}: {
  icon: ReactNode
  text: string
  name: string
  onClick: () => void
  disabled?: boolean
  urgent?: boolean
}) {
  return (
    <UnstyledButton
      className={classes['action']}
      data-urgent={urgent || undefined}
      aria-label={name}
      disabled={disabled}
      onClick={onClick}
    >
      {icon}
      <span>{text}</span>
    </UnstyledButton>
  )
}

function Mute() {
  const t = useText()
  const [muted, set] = useState(isMuted)
  return (
    <ActionIcon
      size={44}
      variant="default"
      aria-label={t('dock.mute')}
      aria-pressed={muted}
      onClick={() => {
        setMuted(!muted)
        set(!muted)
        if (muted) play('green')
      }}
    >
      {muted ? <IconVolumeOff aria-hidden /> : <IconVolume aria-hidden />}
    </ActionIcon>
  )
}
