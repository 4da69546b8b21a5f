import { useMay, useMe } from '../../app/session.ts'

/**
 * Whether to offer an operation for a customer: a partner whose mandate only lets it look is not offered what the server
 * would refuse. Others are bound by their permissions alone.
 */
export function useMayAct(): (operation: string, customerId: string) => boolean {
  const may = useMay()
  const { organisation, mandates } = useMe()
  return (operation, customerId) =>
    may(operation) && (organisation.kind !== 'partner' || mandates.includes(customerId))
}
