import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ProblemError, Unreachable } from '../api/client.ts'
import { sessionEnded } from './session.ts'

const endOfSession = (error: Error): void => {
  if (error instanceof ProblemError && error.problem.code === 'not-signed-in') sessionEnded()
}

/** What was refused is refused again; only what found nobody is asked once more. */
const askAgain = (count: number, error: Error): boolean => count < 2 && error instanceof Unreachable

export const openQueries = (): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({ onError: endOfSession }),
    mutationCache: new MutationCache({ onError: endOfSession }),
    defaultOptions: {
      queries: { retry: askAgain, staleTime: 10_000 },
      // Not paused while offline: a person who clicks wants to be told, not to have it done an hour later.
      mutations: { retry: false, networkMode: 'always' },
    },
  })
