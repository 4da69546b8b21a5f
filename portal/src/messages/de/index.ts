import type { Catalogue } from '../index.ts'
import cases from './cases.ts'
import desk from './desk.ts'
import dock from './dock.ts'
import documents from './documents.ts'
import history from './history.ts'
import money from './money.ts'
import orders from './orders.ts'
import people from './people.ts'
import programmes from './programmes.ts'
import shell from './shell.ts'
import signIn from './sign-in.ts'
import states from './states.ts'
import thread from './thread.ts'

export default {
  cases,
  desk,
  dock,
  documents,
  history,
  money,
  orders,
  people,
  programmes,
  shell,
  'sign-in': signIn,
  states,
  thread,
} satisfies Catalogue
