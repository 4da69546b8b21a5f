import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { speak } from '../api/client.ts'
import {
  type Catalogue,
  type Language,
  loadCatalogue,
  rememberLanguage,
  type Translate,
  translator,
} from '../messages/index.ts'

interface LanguageContext {
  readonly language: Language
  readonly t: Translate
  readonly change: (language: Language) => Promise<void>
}
const Context = createContext<LanguageContext | null>(null)

export function LanguageProvider({
  initial,
  children,
}: {
  initial: { language: Language; catalogue: Catalogue }
  children: ReactNode
}) {
  const queries = useQueryClient()
  const [{ language, catalogue }, set] = useState(initial)
  // While rendering, not after it: the first requests leave with the first effects, and those of children come first.
  speak(language)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const value = useMemo(
    () => ({
      language,
      t: translator(language, catalogue),
      change: async (next: Language) => {
        const texts = await loadCatalogue(next)
        rememberLanguage(next)
        speak(next)
        set({ language: next, catalogue: texts })
        // Sentences of the server are in the language they were asked in.
        await queries.invalidateQueries()
      },
    }),
    [language, catalogue, queries],
  )
  return <Context value={value}>{children}</Context>
}

export function useLanguage(): LanguageContext {
  const context = useContext(Context)
  if (context === null) throw new Error('outside of LanguageProvider')
  return context
}
export const useText = (): Translate => useLanguage().t
