import { ActionIcon, Checkbox, NativeSelect, Table, Text } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { type MouseEvent, memo } from 'react'
import { useText } from '../../../app/language.tsx'
import { useFormat } from '../../../ui/format.ts'
import { AnchorLink } from '../../../ui/links.tsx'
import { Route, UnitState } from '../../../ui/status.tsx'
import { hasMoved } from './changes.ts'
import type { RowProps } from './row-props.ts'
import { SerialCell } from './serial-cell.tsx'
import classes from './unit-table.module.css'

/** Drawn again only when it changes: a page holds a hundred of these, and somebody types in one. */
export const UnitRow = memo(function UnitRow(row: RowProps) {
  const t = useText()
  const format = useFormat()
  const { unit, change, selected, selectable, onSelect, onChange, caseId } = row
  const { base } = change ?? {}
  const undo = () =>
    base !== undefined &&
    onChange([
      { unit, wish: { serial: base.serial ?? '', route: base.route } },
      { unit, wish: { mark: base.serialMark } },
    ])
  const description = unit.details['description']
  return (
    <Table.Tr
      className={change === undefined ? undefined : classes['changed']}
      data-selectable={selectable || undefined}
      aria-selected={selectable ? selected : undefined}
    >
      {selectable && (
        <Table.Td className={`${classes['tick']} no-print`}>
          {unit.actions.length > 0 && (
            <Checkbox
              aria-label={t('cases.select-row', { row: unit.row })}
              checked={selected}
              onChange={() => undefined}
              onClick={(event: MouseEvent) => onSelect(unit, event.shiftKey)}
            />
          )}
        </Table.Td>
      )}
      <Table.Td>
        <span className={classes['row']}>
          {format.number(unit.row)}
          {change !== undefined && (
            <ActionIcon
              variant="subtle"
              size={28}
              aria-label={t('cases.undo-row', { row: unit.row })}
              onClick={undo}
            >
              <IconArrowBackUp size={16} aria-hidden />
            </ActionIcon>
          )}
        </span>
      </Table.Td>
      <Table.Td>
        <span className="mono">{unit.sku}</span>
        {typeof description === 'string' && (
          <Text size="xs" c="dimmed">
            {description}
          </Text>
        )}
      </Table.Td>
      <Table.Td data-title={t('cases.serial')} data-field="serial">
        <SerialCell {...row} />
      </Table.Td>
      <Table.Td data-title={t('cases.route')}>
        <RouteCell {...row} />
      </Table.Td>
      <Table.Td data-title={t('cases.state')}>
        <span className={classes['state']}>
          <UnitState state={unit.state} />
        </span>
        {unit.shipment !== null && (
          <AnchorLink to="/cases/$caseId/shipping" params={{ caseId }} size="sm" display="block">
            {t('cases.in-shipment', { number: unit.shipment })}
          </AnchorLink>
        )}
        {unit.certificate !== null && (
          <AnchorLink to="/cases/$caseId/certificates" params={{ caseId }} size="sm" display="block">
            {t('cases.in-certificate', { number: unit.certificate })}
          </AnchorLink>
        )}
        {change !== undefined && hasMoved(unit, change) && (
          <Text size="xs">{t('cases.moved-meanwhile')}</Text>
        )}
      </Table.Td>
      <Table.Td data-title={t('cases.credit')} className="number">
        <span>{format.money(unit.credit)}</span>
      </Table.Td>
    </Table.Tr>
  )
})

function RouteCell({ unit, change, problems, onChange }: RowProps) {
  const t = useText()
  const refused = problems?.find(({ field }) => field === 'route')
  if (!unit.actions.includes('change-unit'))
    return (
      <span>
        <Route route={unit.route} />
      </span>
    )
  return (
    <NativeSelect
      size="sm"
      miw="9.5rem"
      aria-label={t('cases.route-of', { row: unit.row })}
      value={change?.route ?? unit.route}
      onChange={({ currentTarget: { value } }) =>
        onChange([{ unit, wish: { route: value === 'destroy' ? 'destroy' : 'return' } }])
      }
      data={[
        { value: 'return', label: t('states.route-return') },
        { value: 'destroy', label: t('states.route-destroy') },
      ]}
      error={refused?.text}
    />
  )
}
