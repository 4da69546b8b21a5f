import { useLanguage } from '../../../app/language.tsx'
import type { TextKey } from '../../../messages/index.ts'

const texts: Readonly<Record<string, TextKey>> = {
  desk: 'documents.role-desk',
  finance: 'documents.role-finance',
  administrator: 'documents.role-administrator',
}

/** Roles of which one person decides, as "the desk or finance"; one that we have no word for keeps its code. */
export function useRoles(): (roles: readonly string[]) => string {
  const { t, language } = useLanguage()
  const list = new Intl.ListFormat(language, { type: 'disjunction' })
  return (roles) =>
    list.format(
      roles.map((role) => {
        const key = texts[role]
        return key === undefined ? role : t(key)
      }),
    )
}
