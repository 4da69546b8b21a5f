import { useText } from '../../app/language.tsx'
import { useFormat } from '../../ui/format.ts'
import classes from './dock.module.css'
import type { Figures } from './outcomes.tsx'

export function FigureList({ figures }: { figures: Figures }) {
  const t = useText()
  const format = useFormat()
  const rows = [
    [t('dock.figure-expected'), figures.green],
    [t('dock.figure-remark'), figures.yellow],
    [t('dock.figure-held'), figures.held],
    [t('dock.figure-without-photo'), figures.withoutPhoto],
  ] as const
  return (
    <dl className={classes['figures']}>
      {rows.map(([text, count]) => (
        <div key={text}>
          <dt>{text}</dt>
          <dd className="number">{format.number(count)}</dd>
        </div>
      ))}
    </dl>
  )
}
