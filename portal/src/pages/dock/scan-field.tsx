import { ActionIcon, Group, TextInput } from '@mantine/core'
import { IconCamera, IconKeyboard } from '@tabler/icons-react'
import { type KeyboardEvent, type RefObject, type SubmitEvent, useEffect, useState } from 'react'
import { useText } from '../../app/language.tsx'

/**
 * Where the scanner types. It takes whatever is typed on this screen and in no other field, wherever the focus is: a
 * scanner that ends with Enter on a focused button would press it.
 */
export function ScanField({
  field,
  onScan,
  camera,
  onCamera,
}: {
  field: RefObject<HTMLInputElement | null>
  /** False: it could not be kept, and stays in the field. */
  onScan: (text: string) => boolean
  camera: boolean
  onCamera: () => void
}) {
  const t = useText()
  const [byHand, setByHand] = useState(false)
  useAlwaysFocused(field)
  const take = () => {
    const input = field.current
    if (input === null) return
    if (input.value.trim() === '' || onScan(input.value)) input.value = ''
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    take()
  }
  // Some scanners end with Tab, which would carry the focus away.
  const endWithTab = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Tab' || event.shiftKey || event.currentTarget.value === '') return
    event.preventDefault()
    take()
  }
  return (
    <form onSubmit={submit}>
      <Group gap="xs" wrap="nowrap" align="end">
        <TextInput
          ref={field}
          label={t('dock.scan')}
          size="lg"
          flex={1}
          miw={0}
          classNames={{ input: 'mono' }}
          // Not controlled by React: a scanner types a whole code between two renderings.
          defaultValue=""
          inputMode={byHand ? 'text' : 'none'}
          enterKeyHint="done"
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          onKeyDown={endWithTab}
        />
        <ActionIcon
          size={50}
          variant={byHand ? 'filled' : 'default'}
          aria-label={t('dock.by-hand')}
          title={t('dock.by-hand')}
          aria-pressed={byHand}
          onClick={() => {
            setByHand(!byHand)
            // The on-screen keyboard looks at inputmode only when the field gets the focus.
            field.current?.blur()
          }}
        >
          <IconKeyboard aria-hidden />
        </ActionIcon>
        <ActionIcon
          size={50}
          variant={camera ? 'filled' : 'default'}
          aria-label={t('dock.camera')}
          title={t('dock.camera')}
          aria-pressed={camera}
          onClick={onCamera}
        >
          <IconCamera aria-hidden />
        </ActionIcon>
      </Group>
    </form>
  )
}

const typesItself = (element: Element | null): boolean =>
  element !== null &&
  element.closest('input, textarea, select, [contenteditable], [role=dialog], [role=menu]') !== null

function useAlwaysFocused(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const focus = () => field.current?.focus({ preventScroll: true })
    focus()
    const typed = (event: globalThis.KeyboardEvent) => {
      const isText = event.key.length === 1 && event.key !== ' '
      if (!isText || event.ctrlKey || event.metaKey || event.altKey) return
      if (!typesItself(document.activeElement)) focus()
    }
    // Not where the keyboard pressed a button (detail 0): who works with it wants to stay there.
    const tapped = ({ detail }: MouseEvent) => {
      if (detail > 0) setTimeout(() => typesItself(document.activeElement) || focus())
    }
    const lost = () =>
      setTimeout(() => {
        if (document.hasFocus() && document.activeElement === document.body) focus()
      })
    document.addEventListener('keydown', typed, { capture: true })
    document.addEventListener('click', tapped)
    document.addEventListener('focusout', lost)
    addEventListener('focus', lost)
    return () => {
      document.removeEventListener('keydown', typed, { capture: true })
      document.removeEventListener('click', tapped)
      document.removeEventListener('focusout', lost)
      removeEventListener('focus', lost)
    }
  }, [field])
}
