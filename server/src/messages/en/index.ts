import { cases } from './cases.ts'
import { forms } from './forms.ts'
import { papers } from './papers.ts'
import { program } from './program.ts'
import { programmes } from './programmes.ts'
import { refusals } from './refusals.ts'
import { requests } from './requests.ts'

export const en = { cases, forms, papers, program, programmes, refusals, requests } as const
