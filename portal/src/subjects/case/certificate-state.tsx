import { type Icon, IconCertificate, IconCircleX, IconClock, IconPrinter, IconX } from '@tabler/icons-react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { Sign } from '../../ui/status.tsx'

const signs: Readonly<Record<Schema['Certificate']['state'], { icon: Icon; color: string }>> = {
  issued: { icon: IconPrinter, color: 'blue' },
  submitted: { icon: IconClock, color: 'grape' },
  accepted: { icon: IconCertificate, color: 'green' },
  rejected: { icon: IconX, color: 'red' },
  voided: { icon: IconCircleX, color: 'gray' },
}

export function CertificateState({ state }: Pick<Schema['Certificate'], 'state'>) {
  const t = useText()
  return <Sign {...signs[state]} text={t(`documents.certificate-${state}`)} />
}
