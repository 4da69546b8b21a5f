const lines = new Map<string, Promise<void>>()

/**
 * Does `work` when everybody of this process who asked before under this name is done. Only to be quick where many meet
 * at one thing: other processes know nothing of the line, so nothing may rely on it.
 */
export async function takeTurns<T>(name: string, work: () => Promise<T>): Promise<T> {
  const turn = (lines.get(name) ?? Promise.resolve()).then(work)
  const over = turn.then(
    () => {},
    () => {},
  )
  lines.set(name, over)
  try {
    return await turn
  } finally {
    if (lines.get(name) === over) lines.delete(name)
  }
}
