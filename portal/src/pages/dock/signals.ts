/** What is heard and felt of an answer, for a person who looks at the box and not at the screen. */
export type Signal = 'green' | 'yellow' | 'red' | 'heard'

/** Pitch in hertz, length in milliseconds; told apart by rhythm, since many cannot tell pitches in a noisy hall. */
const tunes: Readonly<Record<Signal, readonly (readonly [number, number])[]>> = {
  green: [[1320, 130]],
  yellow: [
    [880, 130],
    [880, 130],
  ],
  red: [
    [220, 320],
    [220, 320],
    [220, 320],
  ],
  heard: [[1760, 35]],
}
const GAP = 70

const MUTED = 'tmip.dock.muted'
export const isMuted = (): boolean => localStorage.getItem(MUTED) !== null
export const setMuted = (muted: boolean): void =>
  muted ? localStorage.setItem(MUTED, '1') : localStorage.removeItem(MUTED)

let speaker: AudioContext | undefined
/** When the last tune ends: two answers at once are heard one after the other. */
let quietFrom = 0

export function play(signal: Signal): void {
  const tune = tunes[signal]
  if (signal !== 'heard') navigator.vibrate?.(tune.flatMap(([, length]) => [length, GAP]))
  if (isMuted()) return
  speaker ??= new AudioContext()
  // Browsers keep it still until the first key or tap.
  if (speaker.state === 'suspended') void speaker.resume()
  let at = Math.max(speaker.currentTime, quietFrom)
  for (const [pitch, length] of tune) {
    const tone = speaker.createOscillator()
    const volume = speaker.createGain()
    tone.type = signal === 'red' ? 'square' : 'sine'
    tone.frequency.value = pitch
    // Ends softly: a tone that is cut off cracks.
    volume.gain.setValueAtTime(0.35, at)
    volume.gain.setTargetAtTime(0, at + length / 1000 - 0.02, 0.01)
    tone.connect(volume).connect(speaker.destination)
    tone.start(at)
    tone.stop(at + length / 1000 + 0.05)
    at += (length + GAP) / 1000
  }
  quietFrom = at
}
