import { Stack } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { BarcodeCamera } from './barcode-camera.tsx'
import { Dialog } from './dialog.tsx'

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
  const phone = useMediaQuery('(max-width: 36em)', false, { getInitialValueInEffect: false })
  return (
    <Dialog onClose={onClose} title={title} fullScreen={phone} centered>
      <Stack gap="sm">
        <BarcodeCamera onCode={onCode} />
        {children}
      </Stack>
    </Dialog>
  )
}
