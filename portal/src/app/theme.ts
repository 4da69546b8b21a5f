import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/** Petrol: white text on shade 7 has 6:1, and so has shade 7 on white (WCAG 2.2, 1.4.3 asks for 4.5:1). */
const petrol: MantineColorsTuple = [
  '#e7f6f4',
  '#cfe9e6',
  '#9dd4cf',
  '#68beb6',
  '#3daba2',
  '#1f9188',
  '#117d75',
  '#0b6e69',
  '#075a56',
  '#034643',
]

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: 7,
  colors: { petrol },
  fontFamily: "'IBM Plex Sans', system-ui, sans-serif",
  fontFamilyMonospace: "'IBM Plex Mono', ui-monospace, monospace",
  headings: {
    fontFamily: "'IBM Plex Sans', system-ui, sans-serif",
    fontWeight: '600',
    sizes: { h1: { fontSize: '1.6rem' }, h2: { fontSize: '1.2rem' }, h3: { fontSize: '1rem' } },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // A note goes by itself, and waits while the pointer is on it; its button would have no name.
    Notification: { defaultProps: { withCloseButton: false } },
    // Mantine makes it a <header>, which would be a second banner of the page.
    Modal: { defaultProps: { attributes: { header: { role: 'presentation' } } } },
  },
})

/** Mantine's own dimmed grey is 3.9:1 on our backgrounds; these pass 4.5:1. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#586069',
    '--mantine-color-error': '#b3261e',
    // 2.7:1 otherwise, on its own light ground.
    '--mantine-color-yellow-light-color': '#7a4a00',
    '--house-ground': '#f6f8f8',
  },
  dark: {
    '--mantine-color-dimmed': '#a6adb4',
    '--mantine-color-error': '#ff9b94',
    '--house-ground': '#17191b',
  },
})
