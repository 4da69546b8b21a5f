import { ActionIcon, Kbd, Modal, Switch, Table, Tooltip } from '@mantine/core'
import { useDisclosure, useLocalStorage } from '@mantine/hooks'
import { IconKeyboard } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useText } from '../app/language.tsx'

/** A key as it is shown, and what it does. */
export type KeyText = readonly [keys: readonly string[], text: string]

/** Single keys must be possible to turn off, or who dictates decides by accident (WCAG 2.2, 2.1.4). */
const useKeysOn = () =>
  useLocalStorage({ key: 'tmip.keys', defaultValue: true, getInitialValueInEffect: false })

/** Whoever types, chooses or moves something there needs these keys for that. */
const ownKeys =
  'input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog] *, [role=menu] *, [role=separator]'

/** What single keys do on this screen, by `KeyboardEvent.key`: `x`, and `X` with Shift. */
export function useKeys(actions: Readonly<Record<string, (() => void) | undefined>>): void {
  const [on] = useKeysOn()
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return
      if (event.target instanceof Element && event.target.closest(ownKeys) !== null) return
      const action = latest.current[event.key]
      if (action === undefined) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on])
}

/** The list of keys of a screen: `?` opens it. */
export function Keys({ keys }: { keys: readonly KeyText[] }) {
  const t = useText()
  const [on, setOn] = useKeysOn()
  const [opened, { open, close }] = useDisclosure(false)
  useKeys({ '?': open })
  return (
    <>
      <Tooltip label={t('desk.keys')}>
        <ActionIcon variant="default" size={36} onClick={open} aria-label={t('desk.keys')}>
          <IconKeyboard size={20} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Modal
        opened={opened}
        onClose={close}
        title={t('desk.keys')}
        closeButtonProps={{ 'aria-label': t('shell.close') }}
      >
        <Table withRowBorders={false} mb="md">
          <caption className="visually-hidden">{t('desk.keys')}</caption>
          <Table.Thead className="visually-hidden">
            <Table.Tr>
              <Table.Th scope="col">{t('desk.key')}</Table.Th>
              <Table.Th scope="col">{t('desk.key-does')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {[...keys, [['?'], t('desk.key-help')] as const].map(([names, text]) => (
              <Table.Tr key={text}>
                <Table.Td w={150}>
                  {names.map((name) => (
                    <Kbd key={name} mr={6}>
                      {name}
                    </Kbd>
                  ))}
                </Table.Td>
                <Table.Td>{text}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Switch
          checked={on}
          onChange={(event) => setOn(event.currentTarget.checked)}
          label={t('desk.keys-on')}
          description={t('desk.keys-on-help')}
        />
      </Modal>
    </>
  )
}
