/**
 * How many single mistakes lie between two words: a letter too many, missing, wrong, or two neighbours swapped
 * (optimal string alignment). Own code because it is one screen and the swap, the commonest slip of a typist, is what
 * the small libraries leave out.
 */
export const mistakesBetween = (left: string, right: string): number => {
  let beforeLast: number[] = []
  let last = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1]
      let least = Math.min(
        (last[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (last[column - 1] as number) + (same ? 0 : 1),
      )
      const swapped = row > 1 && column > 1 && left[row - 1] === right[column - 2]
      if (swapped && left[row - 2] === right[column - 1])
        least = Math.min(least, (beforeLast[column - 2] as number) + 1)
      current.push(least)
    }
    beforeLast = last
    last = current
  }
  return last[right.length] as number
}

/**
 * The candidates that a person may have meant, nearest first, then in their own order. One mistake is allowed per four
 * characters, three at most: more, and short words all resemble each other.
 */
export const nearWords = (word: string, candidates: Iterable<string>, limit = 3): string[] => {
  const allowed = Math.min(3, Math.max(1, Math.floor(word.length / 4)))
  const near: { candidate: string; mistakes: number }[] = []
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > allowed) continue
    const mistakes = mistakesBetween(word, candidate)
    if (mistakes <= allowed) near.push({ candidate, mistakes })
  }
  return near
    .sort((one, other) => one.mistakes - other.mistakes)
    .slice(0, limit)
    .map(({ candidate }) => candidate)
}
