import { List, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Schema } from '../../api/client.ts'
import { useLanguage } from '../../app/language.tsx'
import { demandsQuery } from '../../subjects/review/queries.ts'

/** What the programme of this case wants to see on the document. */
export function Demands({ programme }: { programme: Schema['Case']['programme'] }) {
  const { t, language } = useLanguage()
  const { data: demands } = useQuery(demandsQuery(programme))
  if (demands === undefined || demands === null) return null
  return (
    <section>
      <Title order={2} size="h3" mb={4}>
        {t('desk.demands', { programme: programme.name })}
      </Title>
      <List size="sm">
        <List.Item>
          {t('desk.demands-signature', {
            kinds: new Intl.ListFormat(language, { type: 'disjunction' }).format(
              demands.signatures.map((kind) => t(`desk.signature-${kind}`)),
            ),
          })}
        </List.Item>
        <List.Item>{t('desk.demands-who')}</List.Item>
        <List.Item>{t('desk.demands-serials')}</List.Item>
        {demands.approvalBeforeDestroying && <List.Item>{t('desk.demands-approval')}</List.Item>}
        {demands.evidence.map(({ code, name, required }) => (
          <List.Item key={code}>
            {t(required ? 'desk.demands-evidence' : 'desk.welcome-evidence', {
              what: name[language] ?? name['en'] ?? code,
            })}
          </List.Item>
        ))}
      </List>
    </section>
  )
}
