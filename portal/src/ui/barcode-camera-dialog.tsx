import { Modal, Stack } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useText } from '../app/language.tsx'
import { BarcodeCamera } from './barcode-camera.tsx'

/** The camera over the screen, on a phone all of it; `children` say what was read and what comes next. */
export function BarcodeCameraDialog({
  title,
  onCode,
  onClose,
  children,
}: {
  title: string
  onCode: (text: string) => void
  onClose: () => void
  children?: ReactNode
}) {
  const t = useText()
  const phone = useMediaQuery('(max-width: 36em)', false, { getInitialValueInEffect: false })
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      fullScreen={phone}
      centered
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <Stack gap="sm">
        <BarcodeCamera onCode={onCode} />
        {children}
      </Stack>
    </Modal>
  )
}
