import { Alert } from '@mantine/core'
import { useNetwork } from '@mantine/hooks'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useText } from './language.tsx'

export function OfflineNote() {
  const t = useText()
  const { online } = useNetwork()
  if (online) return null
  return (
    <Alert color="yellow" icon={<IconPlugConnectedX aria-hidden />} mb="md" role="status">
      {t('shell.offline')}
    </Alert>
  )
}
