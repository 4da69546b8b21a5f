import '@fontsource/ibm-plex-sans/latin-400.css'
import '@fontsource/ibm-plex-sans/latin-500.css'
import '@fontsource/ibm-plex-sans/latin-600.css'
import '@fontsource/ibm-plex-mono/latin-400.css'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './ui/house.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { chosenLanguage, loadCatalogue } from './messages/index.ts'

const language = chosenLanguage()
const catalogue = await loadCatalogue(language)
const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(<App language={language} catalogue={catalogue} />)
