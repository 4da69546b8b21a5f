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

const scrolling = { maxHeight: 240, overflowY: 'auto' } as const

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
    // At the end of the document they would lie outside of every landmark.
    Combobox: { defaultProps: { withinPortal: false } },
    // Its place for the first focus would be a child of the menu that is no item.
    Menu: { defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } },
    // The list itself scrolls: a frame around it would need a place in the order of Tab.
    Select: { defaultProps: { withScrollArea: false }, styles: { options: scrolling } },
    Autocomplete: { defaultProps: { withScrollArea: false }, styles: { options: scrolling } },
    // A label must not lie under the ring of a field that has the focus.
    InputWrapper: { styles: { label: { marginBottom: 4 } } },
    // A note goes by itself, and waits while the pointer is on it; its button would have no name.
    Notification: { defaultProps: { withCloseButton: false } },
    // Mantine makes it a <header>, which would be a second banner of the page.
    Modal: {
      defaultProps: { attributes: { header: { role: 'presentation' } } },
      styles: { title: { fontSize: 'var(--mantine-h2-font-size)', fontWeight: 600 } },
    },
  },
})

/** Mantine's own dimmed grey is 3.9:1 on our backgrounds, its placeholders 2.1:1; these pass 4.5:1. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#586069',
    '--mantine-color-placeholder': '#686f76',
    '--mantine-color-error': '#b3261e',
    // 2.7:1 otherwise, on its own light ground.
    '--mantine-color-yellow-light-color': '#7a4a00',
    '--house-ground': '#f6f8f8',
  },
  dark: {
    '--mantine-color-dimmed': '#b0b7be',
    '--mantine-color-placeholder': '#9aa1a8',
    // Mantine's own is darker than what it lies on, and a button looks like a hole.
    '--mantine-color-petrol-light': '#17403d',
    '--mantine-color-petrol-light-hover': '#1c4b47',
    '--mantine-color-error': '#ff9b94',
    '--house-ground': '#17191b',
  },
})
