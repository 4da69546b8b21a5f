import { TextInput, type TextInputProps } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'

/** The address follows when the typing pauses, and the field follows the address (back, reset). */
export function SearchText({
  value,
  onChange,
  ...field
}: Omit<TextInputProps, 'value' | 'onChange'> & { value: string; onChange: (text: string) => void }) {
  const [text, setText] = useState(value)
  const told = useRef(value)
  const tell = useDebouncedCallback((next: string) => {
    told.current = next
    onChange(next)
  }, 300)
  useEffect(() => {
    // What comes back from the address while somebody types on is older than the field.
    if (value !== told.current) setText(value)
    told.current = value
  }, [value])
  return (
    <TextInput
      type="search"
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value)
        tell(currentTarget.value.trim())
      }}
      leftSection={<IconSearch size={16} aria-hidden />}
      {...field}
    />
  )
}
