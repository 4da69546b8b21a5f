import { ActionIcon, Group, Loader, Progress, Text, UnstyledButton } from '@mantine/core'
import {
  IconBarcodeOff,
  IconCamera,
  IconNote,
  IconSquareCheck,
  IconVolume,
  IconVolumeOff,
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
import { NextChips } from './next-chips.tsx'
import { changeNextDevice, useNextDevice } from './next-device.ts'
import { ScanField } from './scan-field.tsx'
import { isMuted, play, setMuted } from './signals.ts'
import { Unsent } from './unsent.tsx'
import { isSame, useAnswers } from './use-answers.ts'
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
  const { photos, scanState, photoState } = queues
  const { scans, query } = useScans(receipt.id, queues)
  const { shown, setShown, take, takeUnreadable } = useAnswers(receipt, queues)
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
            <Unsent queues={queues} quiet />
            <ScanField field={field} onScan={take} camera={camera} onCamera={() => setCamera(!camera)} />
            {camera && (
              <div className={classes['camera']}>
                <Suspense fallback={<Loading />}>
                  <Camera onCode={take} />
                </Suspense>
              </div>
            )}
            <Group gap="xs" mih={36}>
              <NextChips receiptId={receipt.id} next={next} />
              <Group gap="xs" ml="auto">
                {waiting.length > 0 && !scanState.unreachable && (
                  <>
                    <Loader size={14} aria-hidden />
                    <Text size="sm">{t('dock.waiting', { count: waiting.length })}</Text>
                  </>
                )}
                {photoState.waiting.length > 0 && (
                  <>
                    <Progress value={photoState.share * 100} w={64} aria-label={t('dock.photo-progress')} />
                    <Text size="sm">{t('dock.photos-unsent', { count: photoState.waiting.length })}</Text>
                  </>
                )}
              </Group>
            </Group>
            <AnswerPanel
              shown={shown}
              stuck={scanState.refused !== null ? 'refused' : scanState.unreachable ? 'unreachable' : null}
              small={camera}
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
                urgent={wantsPhoto(shown, photoState.waiting)}
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

function photoTarget(shown: Shown, receiptId: string): PhotoOf | null {
  if (shown.kind === 'answer')
    return { receiptId, scanKey: shown.key, number: shown.scan.number, serial: shown.scan.scanned }
  if (shown.kind === 'waiting')
    return { receiptId, scanKey: shown.scan.key, number: null, serial: shown.scan.text }
  return null
}

/** Held, and neither photographed nor about to be. */
const wantsPhoto = (shown: Shown, waiting: readonly WaitingPhoto[]): boolean =>
  shown.kind === 'answer' &&
  shown.scan.held &&
  shown.scan.photos.length === 0 &&
  !waiting.some((photo) => isSame(shown.scan, photo))

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
