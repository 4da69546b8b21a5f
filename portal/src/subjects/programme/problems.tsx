import { Alert, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { ProblemError } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import classes from './problems.module.css'

/** Somebody who exchanged the file for another one has thousands, and mends the first ones first. */
const MOST = 100

/** Everything the server found in the file, with the line as it stands there. */
export function Problems({ error, file, text }: { error: Error | null; file: string; text: string }) {
  const t = useText()
  if (!(error instanceof ProblemError)) return null
  const all = error.problem.errors ?? []
  const lines = text.split('\n')
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('programmes.problems', { count: all.length, file })}
    >
      <Text size="sm" mb="xs">
        {t('programmes.problems-help')}
      </Text>
      <ol className={classes['problems']}>
        {all.slice(0, MOST).map(({ pointer, detail }) => {
          const [, line = '1', column = '1'] = /^\/line\/(\d+)\/column\/(\d+)$/.exec(pointer) ?? []
          return (
            <li key={`${pointer} ${detail}`}>
              <Text size="sm" fw={600}>
                {t('programmes.problem-at', { line, column })}
              </Text>
              <Text size="sm">{detail}</Text>
              <code className={classes['line']}>{(lines[Number(line) - 1] ?? '').trim().slice(0, 160)}</code>
            </li>
          )
        })}
      </ol>
      {all.length > MOST && (
        <Text size="sm" mt="xs">
          {t('programmes.first-problems', { shown: MOST, total: all.length })}
        </Text>
      )}
    </Alert>
  )
}
