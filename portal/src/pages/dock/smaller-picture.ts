/** The server keeps no more; what is beyond only makes the dock's network slow. */
const LONGEST_SIDE = 2000

/** The picture as the server would draw it, upright; as it is where this browser cannot read it. */
export async function smallerPicture(picture: Blob): Promise<Blob> {
  const drawn = await createImageBitmap(picture).catch(() => null)
  if (drawn === null) return picture
  const scale = LONGEST_SIDE / Math.max(drawn.width, drawn.height)
  if (scale >= 1) return picture
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(drawn.width * scale)
  canvas.height = Math.round(drawn.height * scale)
  canvas.getContext('2d')?.drawImage(drawn, 0, 0, canvas.width, canvas.height)
  drawn.close()
  const smaller = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
  return smaller ?? picture
}
