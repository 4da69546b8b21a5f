import { useEffect, useRef, useState } from 'react'

/** Why there is no picture: no camera, not allowed, used by another program, or a page without TLS. */
export type CameraTrouble = 'missing' | 'denied' | 'busy' | 'insecure'
export type CameraState = 'starting' | 'running' | CameraTrouble

/** The rear camera in a <video>, from mounting to unmounting. `torch` is null where it has none. */
export function useCamera() {
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<CameraState>('starting')
  const [track, setTrack] = useState<MediaStreamTrack | null>(null)
  const [torch, setTorch] = useState<boolean | null>(null)
  useEffect(() => {
    let stopped = false
    let stream: MediaStream | undefined
    const start = async () => {
      // Browsers hide the cameras from pages that came without TLS.
      if (!window.isSecureContext) return setState('insecure')
      if (navigator.mediaDevices?.getUserMedia === undefined) return setState('missing')
      stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } },
      })
      const element = video.current
      if (stopped || element === null) return stop()
      element.srcObject = stream
      await element.play()
      const [first] = stream.getVideoTracks()
      setTrack(first ?? null)
      const can = first?.getCapabilities?.() as { torch?: boolean } | undefined
      setTorch(can?.torch === true ? false : null)
      setState('running')
    }
    const stop = () => {
      for (const one of stream?.getTracks() ?? []) one.stop()
    }
    start().catch((error: unknown) => {
      stop()
      if (!stopped) setState(troubleOf(error))
    })
    return () => {
      stopped = true
      stop()
    }
  }, [])
  return {
    video,
    state,
    torch,
    setTorch: (on: boolean) => {
      // The light is in no version of TypeScript's own types.
      const light: MediaTrackConstraintSet & { torch: boolean } = { torch: on }
      void track?.applyConstraints({ advanced: [light] }).then(
        () => setTorch(on),
        () => setTorch(null),
      )
    },
  }
}

function troubleOf(error: unknown): CameraTrouble {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy'
  return 'missing'
}
