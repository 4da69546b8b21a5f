import '@fontsource/ibm-plex-sans/latin-400.css'
import '@fontsource/ibm-plex-sans/latin-500.css'
import '@fontsource/ibm-plex-sans/latin-600.css'
import '@fontsource/ibm-plex-mono/latin-400.css'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './ui/house.css'
import { createRoot } from 'react-dom/client'
import { speak } from './api/client.ts'
import { App } from './app/app.tsx'
import { openQueries } from './app/queries.ts'
import { openRouter } from './app/router.ts'
import { chosenLanguage, loadCatalogue } from './messages/index.ts'

const language = chosenLanguage()
speak(language)
const texts = loadCatalogue(language)
const queries = openQueries()
const router = openRouter(queries)
// The first screen and what it shows are on their way while the texts are.
void router.load()
const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(<App queries={queries} router={router} language={language} catalogue={await texts} />)
