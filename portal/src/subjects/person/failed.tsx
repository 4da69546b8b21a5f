import { Box, Button } from '@mantine/core'
import { useText } from '../../app/language.tsx'
import { Refused } from '../../ui/refused.tsx'

/** What could not be read, while the rest of the screen stands; and a way to ask again. */
export function Failed({
  query: { error, isFetching, refetch },
}: {
  query: { readonly error: Error | null; readonly isFetching: boolean; readonly refetch: () => unknown }
}) {
  const t = useText()
  if (error === null) return null
  return (
    <Box mb="sm">
      <Refused error={error} />
      <Button variant="default" mt="xs" onClick={() => void refetch()} loading={isFetching}>
        {t('shell.try-again')}
      </Button>
    </Box>
  )
}
