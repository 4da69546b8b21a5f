import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** `npx vite` in this folder serves the portal with live changes in front of a running `npm start`. */
export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    // These know light-dark(). For older ones it is rewritten to variables that follow the system, not the chosen colours.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // Small pictures and fonts as data: would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    // The bench reads from it which files a first view loads.
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What most screens share, in one file: one for each icon and hook made a first view 126 requests long.
            { name: 'frame', test: /node_modules|src\/(app|ui|api)\//, minShareCount: 5 },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    // The session cookie is for one origin, and the server asks where a request comes from.
    proxy: { '/api': 'http://127.0.0.1:3000' },
  },
})
