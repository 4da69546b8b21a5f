import { Box, Button } from '@mantine/core'
import { useText } from '../app/language.tsx'
import { Refused } from './refused.tsx'

/** A part of a screen that could not be loaded, while the others stand: why, and once more. */
export function PartRefused({ error, again }: { error: Error | null; again: () => Promise<unknown> }) {
  const t = useText()
  if (error === null) return null
  return (
    <Box mb="sm">
      <Refused error={error} />
      <Button variant="default" mt="xs" onClick={() => void again()}>
        {t('shell.try-again')}
      </Button>
    </Box>
  )
}
