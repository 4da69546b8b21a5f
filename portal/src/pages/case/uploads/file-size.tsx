import { useText } from '../../../app/language.tsx'
import { useFormat } from '../../../ui/format.ts'

export function FileSize({ bytes }: { bytes: number }) {
  const t = useText()
  const format = useFormat()
  const kilobytes = Math.max(1, Math.round(bytes / 1000))
  return (
    <span className="number">
      {kilobytes < 1000
        ? t('documents.kilobytes', { size: format.number(kilobytes) })
        : t('documents.megabytes', { size: format.number(Math.round(kilobytes / 100) / 10) })}
    </span>
  )
}
