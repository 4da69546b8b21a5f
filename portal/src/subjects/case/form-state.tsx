import { IconAlertTriangle, IconCheck, IconClock, IconHistory, IconTableOptions } from '@tabler/icons-react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { Sign } from '../../ui/status.tsx'

export function FormState({
  form: { formVersion, appliedAt, errors, outcome },
  waiting,
}: {
  form: Pick<Schema['FormSummary'], 'formVersion' | 'appliedAt' | 'errors' | 'outcome'>
  /** The version that the case waits to have applied. */
  waiting: number | null
}) {
  const t = useText()
  if (appliedAt !== null) return <Sign icon={IconCheck} color="green" text={t('documents.state-applied')} />
  if (outcome === 'confirm-columns')
    return <Sign icon={IconTableOptions} color="yellow" text={t('documents.state-columns')} />
  if (errors > 0)
    return <Sign icon={IconAlertTriangle} color="red" text={t('documents.state-errors', { errors })} />
  if (waiting === formVersion) return <Sign icon={IconClock} color="blue" text={t('documents.state-ready')} />
  return <Sign icon={IconHistory} color="gray" text={t('documents.state-superseded')} />
}
