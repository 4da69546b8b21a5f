import { Box, Splitter, Stack } from '@mantine/core'
import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useText } from '../app/language.tsx'
import classes from './side-by-side.module.css'

/** What came in on the left, what was understood on the right, each with a scroll bar of its own; below each other where it is narrow. */
export function SideBySide({
  left,
  right,
  leftTitle,
  rightTitle,
}: {
  left: ReactNode
  right: ReactNode
  leftTitle: string
  rightTitle: string
}) {
  const t = useText()
  const wide = useMediaQuery('(min-width: 75em)', true, { getInitialValueInEffect: false })
  const [share, setShare] = useLocalStorage({
    key: 'tmip.side-by-side',
    defaultValue: 56,
    getInitialValueInEffect: false,
  })
  if (!wide)
    return (
      <Stack>
        <section aria-label={leftTitle}>{left}</section>
        <section aria-label={rightTitle}>{right}</section>
      </Stack>
    )
  return (
    <Splitter
      className={classes['frame'] ?? ''}
      sizes={[share, 100 - share]}
      onSizeChange={([size]) => setShare(Math.round(Number(size)))}
      lineSize={1}
      step={2}
      attributes={{ handle: { 'aria-label': t('desk.divide') } }}
    >
      <Splitter.Pane defaultSize={56} min={25}>
        <Box component="section" className={classes['side']} aria-label={leftTitle}>
          {left}
        </Box>
      </Splitter.Pane>
      <Splitter.Pane defaultSize={44} min={25}>
        <Box component="section" className={classes['scrolling']} aria-label={rightTitle} tabIndex={0}>
          {right}
        </Box>
      </Splitter.Pane>
    </Splitter>
  )
}
