import { useEffect, useState } from 'react'
import type { Schema } from '../../api/client.ts'
import type { Shown } from './answer.tsx'
import { changeNextDevice, nextDevice } from './next-device.ts'
import { recognise } from './recognise.ts'
import { play } from './signals.ts'
import type { Queues } from './use-queues.ts'
import type { WaitingPhoto } from './waiting-photos.ts'

/** What is scanned becomes what is shown. */
export function useAnswers(receipt: Schema['Receipt'], { scans: queue, photos }: Queues) {
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
  useEffect(
    () =>
      photos.onArrival((scan) =>
        setShown((before) =>
          before.kind === 'answer' && isSame(before.scan, scan) ? { ...before, scan } : before,
        ),
      ),
    [photos],
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

export const isSame = (one: Schema['Scan'], other: Pick<WaitingPhoto, 'receiptId' | 'number'>): boolean =>
  one.receiptId === other.receiptId && one.number === other.number
