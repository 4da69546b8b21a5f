import { ActionIcon, Menu, Text, TextInput } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useText } from '../../../app/language.tsx'
import { isEmptied, markIn } from './changes.ts'
import type { RowProps } from './row-props.ts'
import classes from './unit-table.module.css'

export function SerialCell(row: RowProps) {
  const t = useText()
  const { unit, change, problems = [], twin, onChange, onPaste } = row
  const mark = markIn(unit, change)
  const markText = mark === null ? undefined : t(`cases.mark-${mark}`)
  if (!unit.actions.includes('change-unit'))
    return <span className="mono">{unit.serial ?? markText ?? t('cases.no-serial')}</span>

  const refused = problems.filter(({ field }) => field !== 'route').map(({ text }) => text)
  const hints = [
    change !== undefined && isEmptied(change) && t('cases.emptied', { serial: change.base.serial }),
    twin !== undefined && change !== undefined && t('cases.twin', { row: twin }),
  ].filter((hint) => hint !== false)
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    // One serial number goes where the cursor is, as everywhere.
    if (!/[\n\t]/.test(text.trim())) return
    event.preventDefault()
    void onPaste(unit, text)
  }
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Escape' && change?.serial !== undefined)
      onChange([{ unit, wish: { serial: change.base.serial ?? '' } }])
    if (step === undefined || event.nativeEvent.isComposing) return
    event.preventDefault()
    const fields = [
      ...(event.currentTarget.closest('table')?.querySelectorAll<HTMLInputElement>('td input[name=serial]') ??
        []),
    ]
    const next = fields[fields.indexOf(event.currentTarget) + step]
    next?.focus()
    next?.select()
  }
  return (
    <div className={classes['serial']}>
      <TextInput
        name="serial"
        size="sm"
        aria-label={t('cases.serial-of', { row: unit.row, sku: unit.sku })}
        value={change?.serial ?? (change?.mark ? '' : (unit.serial ?? ''))}
        placeholder={markText}
        onChange={({ currentTarget: { value } }) => onChange([{ unit, wish: { serial: value } }])}
        onPaste={paste}
        onKeyDown={keys}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="next"
        error={refused.length > 0 && refused.join(' ')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        description={
          markText !== undefined || hints.length > 0 ? (
            <Text span size="xs">
              {[markText !== undefined && t('cases.marked', { mark: markText }), ...hints]
                .filter(Boolean)
                .join(' ')}
            </Text>
          ) : undefined
        }
      />
      <MarkMenu {...row} />
    </div>
  )
}

/**
 * The menu itself is made when it is opened: a page would else hold a hundred of them. Fixed, because the frame of the
 * table cuts off what stands out of it.
 */
function MarkMenu({ unit, change, onChange }: RowProps) {
  const t = useText()
  const [made, setMade] = useState(false)
  const [opened, setOpened] = useState(false)
  const target = useRef<HTMLButtonElement>(null)
  // The button is made anew together with its menu, and gets the keyboard back only if it had it.
  useEffect(() => {
    if (!made) return
    target.current?.focus()
    setOpened(true)
  }, [made])
  const mark = markIn(unit, change)
  const button = (
    <ActionIcon
      ref={target}
      variant="subtle"
      color="gray"
      size={36}
      className="no-print"
      aria-label={t('cases.marks-of', { row: unit.row })}
      {...(!made && { onClick: () => setMade(true), 'aria-haspopup': 'menu' as const })}
    >
      <IconDots size={16} aria-hidden />
    </ActionIcon>
  )
  if (!made) return button
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" floatingStrategy="fixed">
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('cases.marks')}</Menu.Label>
        {(['not-serialised', 'unreadable'] as const).map((one) => (
          <Menu.Item
            key={one}
            disabled={mark === one}
            onClick={() => onChange([{ unit, wish: { mark: one } }])}
          >
            {t(`cases.mark-${one}`)}
          </Menu.Item>
        ))}
        {mark !== null && (
          <Menu.Item onClick={() => onChange([{ unit, wish: { mark: null } }])}>
            {t('cases.mark-none')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
