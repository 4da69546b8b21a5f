import { SimpleGrid, Stack } from '@mantine/core'
import { useText } from '../../app/language.tsx'
import { Page } from '../../ui/page.tsx'
import { Colours } from './colours.tsx'
import { MyKeys } from './keys.tsx'
import { MyDetails } from './my-details.tsx'
import { ChangePassword } from './password.tsx'

export function Account() {
  const t = useText()
  return (
    <Page title={t('people.account-title')}>
      <Stack gap="xl">
        <SimpleGrid cols={{ base: 1, lg: 2 }} style={{ alignItems: 'start' }}>
          <MyDetails />
          <Stack>
            <ChangePassword />
            <Colours />
          </Stack>
        </SimpleGrid>
        <MyKeys />
      </Stack>
    </Page>
  )
}
