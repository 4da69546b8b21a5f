import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import type { Catalogue, Language } from '../messages/index.ts'
import { LanguageProvider } from './language.tsx'
import type { Router } from './router.ts'
import { cssVariables, theme } from './theme.ts'

const colorScheme = localStorageColorSchemeManager({ key: 'tmip.colors' })
/** Mantine writes some styles into <style> elements, which the content security policy allows only with this. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''
// Behind Mantine's dialogs a package writes one more (it stops the page from scrolling), and looks for the nonce here.
Object.assign(globalThis, { __webpack_nonce__: nonce })

export function App({
  queries,
  router,
  language,
  catalogue,
}: {
  queries: QueryClient
  router: Router
  language: Language
  catalogue: Catalogue
}) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={colorScheme}
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queries}>
        <LanguageProvider initial={{ language, catalogue }}>
          <Notifications position="bottom-center" />
          <RouterProvider router={router} />
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}
