/** Letters and digits after TM: fewer fit too many cases to be meant as the beginning of a number. */
const FEWEST = 2

/**
 * The beginning of a case number as people type it ("tm 7k3q9x", "7K3Q9"), in the one spelling that cases carry
 * ("TM-7K3Q9-X"); null when no case number begins like that.
 */
export function caseNumberStart(typed: string): string | null {
  const characters = typed.toUpperCase().replace(/[\s-]/g, '').replace(/^TM/, '')
  if (characters.length < FEWEST || !/^[0-9A-Z]{1,10}$/.test(characters)) return null
  return characters.length <= 5 ? `TM-${characters}` : `TM-${characters.slice(0, 5)}-${characters.slice(5)}`
}
