import { useCallback, useEffect, useState } from 'react'

/**
 * State that survives a reload and a session that ends: kept in this tab until `forget` is called when it was sent.
 * `name` says whose draft it is, for example `message:K-7Q2M`.
 */
export function useDraft<T>(name: string, initial: T) {
  const place = `tmip.draft.${name}`
  const [value, setValue] = useState<T>(() => read(place) ?? initial)
  useEffect(() => {
    if (JSON.stringify(value) === JSON.stringify(initial)) sessionStorage.removeItem(place)
    else sessionStorage.setItem(place, JSON.stringify(value))
  }, [place, value, initial])
  const forget = useCallback(() => {
    sessionStorage.removeItem(place)
    setValue(initial)
  }, [place, initial])
  return [value, setValue, forget] as const
}

function read<T>(place: string): T | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}
