import { useState } from 'react'
import { ChangeMandate } from './change-mandate.tsx'
import { MandateTable } from './mandate-table.tsx'
import type { Mandate } from './queries.ts'
import { RevokeMandate } from './revoke-mandate.tsx'

export function MandatesWithDialogs({ mandates }: { mandates: readonly Mandate[] }) {
  const [changing, setChanging] = useState<Mandate | null>(null)
  const [revoking, setRevoking] = useState<Mandate | null>(null)
  return (
    <>
      <MandateTable mandates={mandates} onChange={setChanging} onRevoke={setRevoking} />
      {changing !== null && <ChangeMandate mandate={changing} onClose={() => setChanging(null)} />}
      {revoking !== null && <RevokeMandate mandate={revoking} onClose={() => setRevoking(null)} />}
    </>
  )
}
