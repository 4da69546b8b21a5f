import { Button, Center } from '@mantine/core'
import { keepPreviousData, type QueryKey, useInfiniteQuery } from '@tanstack/react-query'
import { useText } from '../app/language.tsx'

/** A list of the API, page after page: `load` gets the cursor of the page, undefined for the first. */
export function useCursorPages<Item>(
  queryKey: QueryKey,
  load: (cursor: string | undefined) => Promise<{ items: Item[]; next: string | null }>,
) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    // A changed filter shows the old rows until the new ones are there, instead of an empty flash.
    placeholderData: keepPreviousData,
  })
  return { ...query, items: query.data?.pages.flatMap(({ items }) => items) ?? [] }
}

export function More({
  pages: { hasNextPage, isFetchingNextPage, fetchNextPage },
}: {
  pages: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }
}) {
  const t = useText()
  if (!hasNextPage) return null
  return (
    <Center mt="sm" className="no-print">
      <Button variant="default" onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
        {t('shell.more')}
      </Button>
    </Center>
  )
}
