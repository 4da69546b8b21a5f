import { Button, Group } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../../app/language.tsx'
import { SkuField } from '../../subjects/order/sku-field.tsx'
import { asSku } from './search.ts'

export function AddDevice({
  programme,
  on,
  onAdd,
}: {
  programme: { id: string; version: string }
  on: string
  onAdd: (sku: string) => void
}) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const add = (sku: string) => {
    if (asSku(sku) === '') return
    onAdd(asSku(sku))
    setTyped('')
  }
  return (
    <form
      className="no-print"
      onSubmit={(event) => {
        event.preventDefault()
        add(typed)
      }}
    >
      <Group align="end" gap="sm" mt="md" maw={640}>
        <SkuField
          label={t('orders.add-sku')}
          placeholder={t('orders.add-sku-hint')}
          programme={programme}
          kind="old"
          on={on}
          value={typed}
          onChange={setTyped}
          flex="1 1 16rem"
        />
        <Button type="submit" variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
          {t('orders.add')}
        </Button>
      </Group>
    </form>
  )
}
