import { Button, Center } from '@mantine/core'
import { useText } from '../../../app/language.tsx'

/** For a long list that is here already: ten thousand rows at once would hold up the browser. */
export function ShowMore({ shown, all, onMore }: { shown: number; all: number; onMore: () => void }) {
  const t = useText()
  if (shown >= all) return null
  return (
    <Center className="no-print">
      <Button variant="default" onClick={onMore}>
        {t('documents.show-more-of', { shown, all })}
      </Button>
    </Center>
  )
}
