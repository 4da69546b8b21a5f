import { Title } from '@mantine/core'
import { useText } from '../../app/language.tsx'
import classes from './form-review.module.css'

const fields = [
  'orderNumber',
  'purchaseOrder',
  'orderDate',
  'customer',
  'account',
  'taxId',
  'partner',
  'mandate',
  'submitterName',
  'submitterEmail',
  'pickupAddress',
  'pickupPostcode',
  'pickupCity',
  'pickupCountry',
  'pickupHours',
  'siteLimits',
  'contactName',
  'contactPhone',
  'readyDate',
  'packages',
  'pallets',
  'totalWeightKg',
  'dimensions',
  'exporter',
  'currency',
  'soleOwner',
  'authorisedChannel',
  'title',
  'dataRemoved',
  'batteries',
] as const

/** What stands above the devices; what was left empty is left out. */
export function HeaderFields({ header }: { header: Readonly<Record<string, unknown>> }) {
  const t = useText()
  const filled = fields.filter((field) => header[field] !== null && header[field] !== undefined)
  if (filled.length === 0) return null
  const text = (value: unknown): string =>
    typeof value === 'boolean' ? t(value ? 'desk.yes' : 'desk.no') : String(value)
  return (
    <section>
      <Title order={2} size="h3" mb={6}>
        {t('desk.header')}
      </Title>
      <dl className={classes['fields']}>
        {filled.map((field) => (
          <div key={field}>
            <dt>{t(`desk.header-${field}`)}</dt>
            <dd>{text(header[field])}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
