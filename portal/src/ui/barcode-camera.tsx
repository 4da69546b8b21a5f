import { Alert, Button, FileButton, Group, Loader, Text } from '@mantine/core'
import { IconBulb, IconCameraOff, IconPhoto } from '@tabler/icons-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useText } from '../app/language.tsx'
import classes from './barcode-camera.module.css'
import { type CameraTrouble, useCamera } from './use-camera.ts'

/** The same code again within this time is the same label still before the camera. */
const SAME_AGAIN_MS = 2_000
const FRAME_MS = 125

/**
 * The camera of this device, read for Code 128, Code 39, Data Matrix and QR codes until it goes away; a photo does where
 * there is no camera. `onCode` gets each code once while it stays before the camera.
 */
export function BarcodeCamera({ onCode }: { onCode: (text: string) => void }) {
  const t = useText()
  const [photo, setPhoto] = useState<'read' | 'empty' | null>(null)
  const seen = useRef(new Map<string, number>())
  const latest = useRef(onCode)
  useEffect(() => {
    latest.current = onCode
  })
  const found = useCallback((code: string) => {
    const before = seen.current.get(code) ?? Number.NEGATIVE_INFINITY
    const now = performance.now()
    seen.current.set(code, now)
    if (now - before < SAME_AGAIN_MS) return
    navigator.vibrate?.(60)
    latest.current(code)
  }, [])
  const { video, state, torch, setTorch } = useCamera()
  useReading(video, state === 'running', found)

  const readPhoto = async (file: File | null) => {
    if (file === null) return
    setPhoto('read')
    const { codeIn } = await import('./barcode-decoder.ts')
    const code = await codeIn(file).catch(() => null)
    setPhoto(code === null ? 'empty' : null)
    if (code !== null) latest.current(code)
  }
  return (
    <div>
      {state === 'starting' || state === 'running' ? (
        <div className={classes['picture']}>
          <video ref={video} playsInline muted aria-label={t('cases.camera-picture')} />
          {state === 'starting' && <Loader className={classes['starting']} />}
          <div className={classes['aim']} aria-hidden />
        </div>
      ) : (
        <Trouble of={state} />
      )}
      <Group justify="space-between" mt="xs" gap="xs">
        <FileButton accept="image/*" capture="environment" onChange={(file) => void readPhoto(file)}>
          {(button) => (
            <Button
              variant="default"
              leftSection={<IconPhoto size={16} aria-hidden />}
              loading={photo === 'read'}
              {...button}
            >
              {t('cases.camera-photo')}
            </Button>
          )}
        </FileButton>
        {torch !== null && (
          <Button
            variant={torch ? 'filled' : 'default'}
            leftSection={<IconBulb size={16} aria-hidden />}
            aria-pressed={torch}
            onClick={() => setTorch(!torch)}
          >
            {t('cases.camera-torch')}
          </Button>
        )}
      </Group>
      <div role="status">{photo === 'empty' && <Text size="sm">{t('cases.camera-photo-empty')}</Text>}</div>
    </div>
  )
}

function Trouble({ of }: { of: CameraTrouble }) {
  const t = useText()
  return (
    <Alert color="yellow" icon={<IconCameraOff aria-hidden />} title={t(`cases.camera-${of}`)} role="alert">
      {t(`cases.camera-${of}-help`)}
    </Alert>
  )
}

/** Some frames a second, each when the one before was read: a slow phone reads fewer and stays usable. */
function useReading(
  video: React.RefObject<HTMLVideoElement | null>,
  running: boolean,
  found: (code: string) => void,
) {
  useEffect(() => {
    if (!running) return
    let stopped = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const canvas = document.createElement('canvas')
    const context = canvas.getContext('2d', { willReadFrequently: true })
    const decoder = import('./barcode-decoder.ts')
    const read = async () => {
      const started = performance.now()
      const picture = video.current
      if (picture !== null && context !== null && picture.videoWidth > 0) {
        // The band that the frame shows on screen: what lies around it is the label of the neighbour.
        const width = picture.videoWidth
        const height = Math.round(picture.videoHeight * 0.6)
        canvas.width = width
        canvas.height = height
        const top = (picture.videoHeight - height) / 2
        context.drawImage(picture, 0, top, width, height, 0, 0, width, height)
        const { codeIn } = await decoder
        const code = await codeIn(context.getImageData(0, 0, width, height))
        if (code !== null && !stopped) found(code)
      }
      if (!stopped) timer = setTimeout(next, Math.max(0, FRAME_MS - (performance.now() - started)))
    }
    // One picture that cannot be read is no reason to stop reading.
    const next = () =>
      void read().catch(() => {
        if (!stopped) timer = setTimeout(next, 1_000)
      })
    next()
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [video, running, found])
}
