import { Button, List, Text, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../../app/language.tsx'
import classes from './form-review.module.css'
import type { Problem } from './queries.ts'

const MOST_AT_ONCE = 50

/** What is wrong, each leading to its cell. */
export function ProblemList({
  problems,
  current,
  onJump,
}: {
  problems: readonly Problem[]
  current: string | undefined
  onJump: (problem: Problem) => void
}) {
  const t = useText()
  const [most, setMost] = useState(MOST_AT_ONCE)
  if (problems.length === 0) return <Text size="sm">{t('desk.no-problems')}</Text>
  return (
    <>
      <List listStyleType="none" spacing={4} size="sm">
        {problems.slice(0, most).map((problem, index) => (
          <List.Item key={index}>
            <OneProblem
              problem={problem}
              isCurrent={problem.cell !== null && problem.cell === current}
              onJump={onJump}
            />
          </List.Item>
        ))}
      </List>
      {most < problems.length && (
        <Button variant="default" size="xs" onClick={() => setMost(most + 200)}>
          {t('shell.more')}
        </Button>
      )}
    </>
  )
}

function OneProblem({
  problem,
  isCurrent,
  onJump,
}: {
  problem: Problem
  isCurrent: boolean
  onJump: (problem: Problem) => void
}) {
  const t = useText()
  const { severity, cell, sheet, message, expected } = problem
  const SignOf = severity === 'error' ? IconAlertTriangle : IconInfoCircle
  const text = (
    <>
      <SignOf
        size={16}
        role="img"
        aria-label={t(severity === 'error' ? 'desk.error' : 'desk.warning')}
        color={severity === 'error' ? 'var(--mantine-color-error)' : undefined}
        style={{ flexShrink: 0, marginTop: 2 }}
      />
      <span>
        {cell !== null && (
          <Text span size="sm" fw={600}>
            {t('desk.cell', { cell, sheet: sheet ?? 'none' })}{' '}
          </Text>
        )}
        {message}
        {expected !== null && ` ${t('desk.expected', { expected })}`}
      </span>
    </>
  )
  if (cell === null) return <div className={classes['problem']}>{text}</div>
  return (
    <UnstyledButton
      className={classes['problem']}
      onClick={() => onJump(problem)}
      {...(isCurrent && { 'aria-current': 'true' as const })}
    >
      {text}
    </UnstyledButton>
  )
}
