import { cases } from './cases.ts'
import { forms } from './forms.ts'
import { history } from './history.ts'
import { papers } from './papers.ts'
import { program } from './program.ts'
import { programmes } from './programmes.ts'
import { queue } from './queue.ts'
import { refusals } from './refusals.ts'
import { requests } from './requests.ts'
import { rules } from './rules.ts'

export const en = {
  cases,
  forms,
  history,
  papers,
  program,
  programmes,
  queue,
  refusals,
  requests,
  rules,
} as const
