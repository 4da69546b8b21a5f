import { type Icon, IconAlertTriangle, IconCircleCheck, IconHandStop } from '@tabler/icons-react'
import type { Schema } from '../../api/client.ts'

type Scan = Schema['Scan']

/** A sign, and a colour for those who see it; the word is `dock.word-<signal>`. */
export const signalSigns: Readonly<Record<Scan['signal'], { icon: Icon; color: string }>> = {
  green: { icon: IconCircleCheck, color: 'green' },
  yellow: { icon: IconAlertTriangle, color: 'yellow' },
  red: { icon: IconHandStop, color: 'red' },
}

export interface Figures {
  readonly green: number
  readonly yellow: number
  readonly red: number
  readonly held: number
  /** Held, and nobody took a picture. */
  readonly withoutPhoto: number
}
export function figuresOf(scans: readonly Scan[]): Figures {
  const count = (isOne: (scan: Scan) => boolean) => scans.filter(isOne).length
  return {
    green: count(({ signal }) => signal === 'green'),
    yellow: count(({ signal }) => signal === 'yellow'),
    red: count(({ signal }) => signal === 'red'),
    held: count(({ held }) => held),
    withoutPhoto: count(({ held, photos }) => held && photos.length === 0),
  }
}
