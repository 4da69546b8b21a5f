import type { Locator, Page } from 'playwright-core'

/** More stops than any screen has before its content; a longer way would be a finding of its own. */
const LONGEST_WAY = 120

export interface Keyboard {
  /** Presses Tab until this element has the focus. Throws when a stop on the way cannot be seen, or it is never reached. */
  readonly tabTo: (target: Locator) => Promise<void>
  /** Backwards, with Shift. */
  readonly tabBackTo: (target: Locator) => Promise<void>
  readonly press: (key: string) => Promise<void>
  readonly type: (text: string) => Promise<void>
  /** The element with the focus, for `expect`: its role or tag and its name. */
  readonly focused: () => Promise<string>
}

/** A person without a mouse. */
export function keyboardOf(page: Page): Keyboard {
  const walk = async (key: 'Tab' | 'Shift+Tab', target: Locator) => {
    await target.waitFor()
    const stops: string[] = []
    while (stops.length < LONGEST_WAY) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press(key)
      const stop = await page.evaluate(stopHere)
      stops.push(stop.name)
      if (stop.wrong !== null)
        throw new Error(`${stop.wrong}: ${stop.name}, after ${stops.slice(-4).join(', ')}`)
    }
    throw new Error(
      `${target.toString()} was not reached by ${key}; the last stops: ${stops.slice(-20).join(', ')}`,
    )
  }
  return {
    tabTo: (target) => walk('Tab', target),
    tabBackTo: (target) => walk('Shift+Tab', target),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    focused: async () => (await page.evaluate(stopHere)).name,
  }
}

/** Runs in the page: where the focus is, and what is wrong with how it shows (WCAG 2.2, 2.4.7 and 2.4.11). */
function stopHere(): { name: string; wrong: string | null } {
  const element = document.activeElement
  // Past the last element the focus leaves for the browser's own controls, and comes back.
  if (element === null || element === document.body) return { name: 'the window', wrong: null }
  const label = element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent
  const name = `${element.getAttribute('role') ?? element.tagName.toLowerCase()} "${(label ?? element.textContent ?? '').trim().slice(0, 60)}"`

  // A hidden check box hands its ring to what is drawn in its place.
  const drawn = [element, element.nextElementSibling, element.parentElement, element.closest('label')]
  const ring = drawn.find((one) => {
    if (one === null) return false
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none'
  })
  if (!ring) return { name, wrong: 'the focus does not show' }
  const { left, top, width, height } = ring.getBoundingClientRect()
  if (width < 1 || height < 1) return { name, wrong: 'the focus is on something without a size' }
  const x = Math.min(Math.max(left + width / 2, 0), innerWidth - 1)
  const y = Math.min(Math.max(top + height / 2, 0), innerHeight - 1)
  const above = document.elementFromPoint(x, y)
  const covered =
    above === null || !(ring.contains(above) || above.contains(ring) || ring.parentElement?.contains(above))
  return { name, wrong: covered ? 'something covers the focus' : null }
}
