import { TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type SubmitEvent, useRef, useState } from 'react'
import { useText } from './language.tsx'

/** Any number, serial or name; `/` brings the keyboard here. */
export function SearchBox() {
  const t = useText()
  const [text, setText] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const navigate = useNavigate()
  useHotkeys([
    ['/', () => input.current?.focus()],
    ['mod+K', () => input.current?.focus()],
  ])
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (text.trim().length >= 2) void navigate({ to: '/search', search: { q: text.trim() } })
  }
  return (
    <search style={{ flex: '1 1 22rem', maxWidth: '28rem', minWidth: 0 }}>
      <form onSubmit={submit}>
        <TextInput
          ref={input}
          type="search"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          aria-label={t('shell.search')}
          placeholder={t('shell.search-hint')}
          leftSection={<IconSearch size={16} aria-hidden />}
        />
      </form>
    </search>
  )
}
