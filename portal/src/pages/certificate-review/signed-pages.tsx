import { ActionIcon, Anchor, Box, Group, Loader, NativeSelect, Text, Tooltip } from '@mantine/core'
import {
  type Icon,
  IconArrowAutofitWidth,
  IconChevronLeft,
  IconChevronRight,
  IconRotateClockwise,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useFormat } from '../../ui/format.ts'
import { useKeys } from '../../ui/keys.tsx'
import classes from './signed-pages.module.css'

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const
/** The widths that are asked for, so that few pictures are drawn and the browser keeps them. */
const widthFor = (zoom: number): number => (zoom <= 1 ? 1200 : 2000)

/** The pages as pictures that the server drew; the file of a stranger is never opened here. */
export function SignedPages({ certificate }: { certificate: Schema['Certificate'] }) {
  const t = useText()
  const format = useFormat()
  const { caseId, number, signed } = certificate
  const [page, setPage] = useState(1)
  const [zoom, setZoom] = useState(1)
  const [turn, setTurn] = useState(0)
  const [picture, setPicture] = useState<'coming' | 'there' | 'failed'>('coming')
  const [shape, setShape] = useState({ width: 210, height: 297 })
  const view = useRef<HTMLElement>(null)
  const pages = signed?.pages ?? 0
  const go = (to: number) => {
    if (to < 1 || to > pages || to === page) return
    setPage(to)
    setPicture('coming')
    view.current?.scrollTo({ top: 0, left: 0 })
  }
  const closer = () => setZoom(zooms.find((one) => one > zoom) ?? zoom)
  const farther = () => setZoom(zooms.findLast((one) => one < zoom) ?? zoom)
  const rotate = () => setTurn((turn + 90) % 360)
  useKeys({
    '+': closer,
    '-': farther,
    '0': () => setZoom(1),
    t: rotate,
    ArrowLeft: () => go(page - 1),
    ArrowRight: () => go(page + 1),
    PageDown: () => go(page + 1),
    PageUp: () => go(page - 1),
  })
  if (signed === null) return <Text p="md">{t('desk.not-handed-in')}</Text>
  const path = `/api/cases/${caseId}/certificates/${number}/signed-document`
  const lying = turn % 180 !== 0
  return (
    <div className={classes['viewer']}>
      <Group className={classes['bar']} gap={4} wrap="wrap">
        <Tool
          icon={IconChevronLeft}
          text={t('desk.page-before')}
          onClick={() => go(page - 1)}
          off={page === 1}
        />
        <NativeSelect
          size="xs"
          aria-label={t('desk.page')}
          value={String(page)}
          onChange={(event) => go(Number(event.currentTarget.value))}
          data={Array.from({ length: pages }, (_, index) => ({
            value: String(index + 1),
            label: t('desk.page-of', { page: index + 1, pages }),
          }))}
        />
        <Tool
          icon={IconChevronRight}
          text={t('desk.page-after')}
          onClick={() => go(page + 1)}
          off={page === pages}
        />
        <Tool icon={IconZoomOut} text={t('desk.zoom-out')} onClick={farther} off={zoom === zooms[0]} />
        <Text size="sm" w={44} ta="center" className="number" role="status" aria-label={t('desk.zoom')}>
          {t('desk.percent', { zoom })}
        </Text>
        <Tool icon={IconZoomIn} text={t('desk.zoom-in')} onClick={closer} off={zoom === zooms.at(-1)} />
        <Tool
          icon={IconArrowAutofitWidth}
          text={t('desk.fit-width')}
          onClick={() => setZoom(1)}
          off={zoom === 1}
        />
        <Tool icon={IconRotateClockwise} text={t('desk.turn')} onClick={rotate} off={false} />
        <Anchor href={path} download size="sm" ml="auto">
          {t('desk.download-signed')}
        </Anchor>
      </Group>
      <section
        ref={view}
        className={classes['view']}
        aria-label={t('desk.page-of', { page, pages })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse.
        tabIndex={0}
      >
        {picture === 'failed' ? (
          <Text p="md" role="alert">
            {t('desk.page-failed')}
          </Text>
        ) : (
          <Box
            className={classes['sheet']}
            style={{
              width: `${zoom * 100}%`,
              aspectRatio: lying ? `${shape.height} / ${shape.width}` : `${shape.width} / ${shape.height}`,
            }}
          >
            {picture === 'coming' && (
              <Loader className={classes['coming']} role="status" aria-label={t('shell.loading')} />
            )}
            <img
              key={page}
              src={`${path}/pages/${page}?width=${widthFor(zoom)}`}
              alt={t('desk.page-picture', { page, pages, fileName: signed.fileName })}
              style={{ width: lying ? '100cqh' : '100cqw', rotate: `${turn}deg` }}
              onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
                setShape({ width: naturalWidth, height: naturalHeight })
                setPicture('there')
              }}
              onError={() => setPicture('failed')}
            />
          </Box>
        )}
      </section>
      <Text size="xs" c="dimmed" px="sm" py={6} style={{ overflowWrap: 'anywhere' }}>
        {t('desk.handed-in', {
          fileName: signed.fileName,
          name: signed.submittedByName ?? 'none',
          at: format.instant(signed.submittedAt),
        })}
      </Text>
    </div>
  )
}

function Tool({
  icon: SignOf,
  text,
  onClick,
  off,
}: {
  icon: Icon
  text: string
  onClick: () => void
  off: boolean
}) {
  return (
    <Tooltip label={text}>
      {/* Not `disabled`: that would throw the keyboard out of the row of tools at the last page. */}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        onClick={onClick}
        aria-label={text}
        aria-disabled={off}
        data-disabled={off || undefined}
      >
        <SignOf size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
