import { Button, Group, NativeSelect, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { useLanguage } from '../../app/language.tsx'
import { useMe } from '../../app/session.ts'
import { type Language, languages } from '../../messages/index.ts'
import { useRoleWords } from '../../subjects/person/roles.tsx'
import { errorAt, Refused } from '../../ui/refused.tsx'
import { useAction } from '../../ui/use-action.ts'

export function MyDetails() {
  const { t, change } = useLanguage()
  const me = useMe()
  const roleWords = useRoleWords()
  const [name, setName] = useState(me.name)
  const [language, setLanguage] = useState<Language>(me.language === 'de' ? 'de' : 'en')
  const action = useAction({
    run: (body: { name: string; language: Language }, header) =>
      answerOf(api.PUT('/me', { params: { header }, body })),
    invalidates: [['me'], ['people']],
    done: t('people.saved'),
    onDone: (_, wish) => (wish.language === me.language ? undefined : change(wish.language)),
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    action.mutate({ name: name.trim(), language })
  }
  return (
    <Paper withBorder p="lg" component="section">
      <Title order={2} mb="sm">
        {t('people.my-details')}
      </Title>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('people.name')}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            error={errorAt(action.error, '/body/name')}
            autoComplete="name"
            maxLength={200}
            required
            withAsterisk={false}
          />
          <NativeSelect
            label={t('people.language')}
            description={t('people.language-help')}
            value={language}
            onChange={({ currentTarget: { value } }) => setLanguage(value === 'de' ? 'de' : 'en')}
            data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
          />
          <dl style={{ margin: 0, display: 'grid', gap: '0.5rem' }}>
            <Fact name={t('people.email')} value={me.email} help={t('people.email-fixed')} />
            <Fact name={t('people.organisation')} value={me.organisation.name} />
            <Fact name={t('people.roles')} value={roleWords(me.roles)} />
          </dl>
          <Refused error={action.error} shown={['/body/name']} />
          <Group>
            <Button type="submit" loading={action.isPending}>
              {t('shell.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  )
}

function Fact({ name, value, help }: { name: string; value: string; help?: string }) {
  return (
    <div>
      <Text component="dt" size="sm" fw={500}>
        {name}
      </Text>
      <Text component="dd" m={0} style={{ overflowWrap: 'anywhere' }}>
        {value}
      </Text>
      {help !== undefined && (
        <Text component="dd" m={0} size="sm" c="dimmed">
          {help}
        </Text>
      )}
    </div>
  )
}
