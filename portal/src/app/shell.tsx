import {
  ActionIcon,
  AppShell,
  Burger,
  Group,
  Menu,
  NavLink,
  ScrollArea,
  Text,
  UnstyledButton,
} from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconLogout, IconUser, IconUserCircle } from '@tabler/icons-react'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense, useEffect, useRef } from 'react'
import { answerOf, api } from '../api/client.ts'
import { Loading } from '../ui/states.tsx'
import { useLanguage } from './language.tsx'
import { Mark } from './mark.tsx'
import { placesOf } from './navigation.ts'
import { OfflineNote } from './offline-note.tsx'
import { SearchBox } from './search-box.tsx'
import { useMay, useMe } from './session.ts'
import { ColorToggle, LanguageMenu } from './settings.tsx'
import { SignInAgain } from './sign-in-again.tsx'

/** The frame around every screen: where one can go, who one is, what is wrong with the connection. */
export function Shell() {
  const { t } = useLanguage()
  const me = useMe()
  const may = useMay()
  const [opened, { toggle, close }] = useDisclosure(false)
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const main = useRef<HTMLElement>(null)
  const firstPath = useRef(path)
  // A new screen is a new page: the menu closes and the keyboard starts at its beginning, as after a full load.
  useEffect(() => {
    close()
    if (firstPath.current === path) return
    firstPath.current = ''
    main.current?.focus({ preventScroll: true })
  }, [path, close])
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: 'md', collapsed: { mobile: !opened } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <a className="skip-link" href="#main">
        {t('shell.skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap" gap="sm">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="md"
              size="sm"
              aria-label={t('shell.menu')}
              aria-expanded={opened}
            />
            <UnstyledButton component={Link} to="/" aria-label={t('shell.home')}>
              <Mark />
            </UnstyledButton>
          </Group>
          {may('search') && <SearchBox />}
          <Group gap={4} wrap="nowrap">
            <LanguageMenu />
            <ColorToggle />
            <PersonMenu name={me.name} organisation={me.organisation.name} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={t('shell.navigation')}>
        <AppShell.Section grow component={ScrollArea}>
          {placesOf(me).map(({ to, text, icon: Icon }) => (
            <NavLink
              key={to}
              component={Link}
              to={to}
              label={t(text)}
              leftSection={<Icon size={18} stroke={1.6} aria-hidden />}
              active={path === to || path.startsWith(`${to}/`)}
              aria-current={path === to ? 'page' : undefined}
              variant="light"
            />
          ))}
        </AppShell.Section>
        <AppShell.Section px="sm" py="xs">
          <Text size="xs" c="dimmed">
            {me.organisation.name}
          </Text>
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="main" ref={main} tabIndex={-1} style={{ outline: 'none' }}>
        <OfflineNote />
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </AppShell.Main>
      <SignInAgain me={me} />
    </AppShell>
  )
}

function PersonMenu({ name, organisation }: { name: string; organisation: string }) {
  const { t } = useLanguage()
  const signOut = async () => {
    await answerOf(api.DELETE('/sessions/current')).catch(() => undefined)
    sessionStorage.clear()
    // A full load: nothing of the last person stays in memory.
    location.assign('/sign-in')
  }
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={40}
          radius="xl"
          aria-label={t('shell.person', { name })}
        >
          <IconUserCircle size={24} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/account" leftSection={<IconUser size={16} aria-hidden />}>
          {t('shell.account')}
          <Text size="xs" c="dimmed">
            {name}, {organisation}
          </Text>
        </Menu.Item>
        <Menu.Item onClick={() => void signOut()} leftSection={<IconLogout size={16} aria-hidden />}>
          {t('shell.sign-out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
