import classes from './credit-bar.module.css'

export type CreditKind = 'secured' | 'at-risk' | 'overdue' | 'without-case'

/** The colour of a part of the bar, beside the figure that it stands for. */
export const Swatch = ({ kind }: { kind: CreditKind }) => (
  <span className={`${classes['swatch']} ${classes[kind]}`} aria-hidden />
)

/** Repeats in one line what the figures beside it say; without a word of its own, so it is not read aloud. */
export function CreditBar({
  parts,
  whole,
}: {
  parts: readonly { readonly kind: CreditKind; readonly minor: number }[]
  whole: number
}) {
  return (
    <div className={classes['bar']} aria-hidden>
      {parts
        .filter(({ minor }) => minor > 0)
        .map(({ kind, minor }) => (
          <span
            key={kind}
            className={classes[kind]}
            style={{ width: `${whole === 0 ? 0 : (100 * minor) / whole}%` }}
          />
        ))}
    </div>
  )
}
