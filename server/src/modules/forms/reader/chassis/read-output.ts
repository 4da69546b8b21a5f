import type { ChassisInventory } from './inventory-items.ts'
import { parseChassisText } from './parse-text.ts'
import { parseChassisXml } from './parse-xml.ts'

/**
 * Output of `show chassis hardware`, pasted with whatever stood around it: several outputs, prompts, pager lines. Null
 * when the text is none.
 */
export function readChassisOutput(text: string): readonly ChassisInventory[] | null {
  // Most files are none, and splitting twenty megabytes into lines to see that takes a second.
  if (!/<chassis-inventory|^Item +Version +Part number/m.test(text)) return null
  const found = text.includes('<chassis-inventory') ? parseChassisXml(text) : parseChassisText(text)
  return found.some(({ items }) => items.length > 0) ? found : null
}
