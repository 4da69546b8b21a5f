import { Modal, type ModalProps } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useText } from '../app/language.tsx'

/**
 * A dialog that exists only while it is open. Mantine gives the keyboard back only from one that stays mounted, and not
 * at all where the button that opened it is gone by then: then it goes to the beginning of the page.
 */
export function Dialog({
  title,
  size = 'md',
  busy = false,
  onClose,
  children,
  ...look
}: Pick<ModalProps, 'fullScreen' | 'centered' | 'scrollAreaComponent'> & {
  title: string
  size?: ModalProps['size']
  /** While something is under way that a closed dialog could no longer tell about. */
  busy?: boolean
  onClose: () => void
  children: ReactNode
}) {
  const t = useText()
  const before = useRef(document.activeElement)
  useEffect(
    () => () => {
      const back = before.current
      setTimeout(() => {
        if (back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true })
        else document.getElementById('main')?.focus({ preventScroll: true })
      })
    },
    [],
  )
  return (
    <Modal
      opened
      onClose={busy ? () => undefined : onClose}
      title={title}
      size={size}
      {...look}
      closeButtonProps={{ 'aria-label': t('shell.close'), disabled: busy }}
    >
      {children}
    </Modal>
  )
}
