import classes from './entry.module.css'

/** Data as it is stored, for those who want to check it themselves. */
export function RawData({ label, data }: { label: string; data: unknown }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to be able to scroll it (WCAG 2.1.1).
    <section className={classes['body']} tabIndex={0} aria-label={label}>
      <pre>{JSON.stringify(data, null, 2)}</pre>
    </section>
  )
}
