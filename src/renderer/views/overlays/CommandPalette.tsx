import { Palette } from '../../controls/Palette'
import { menus } from '../../commands/command'
import { allCommands, perform } from '../../commands/list'
import { openArticle } from '../../store/layout'
import { inOrder } from '../../../domain/project/order'
import { CommandKeys } from '../CommandKeys'
import { useDesk } from '../desk'

/** Every command that applies now and every article, found by typing. */
export function CommandPalette() {
  const desk = useDesk()
  const commands = allCommands(desk).filter((command) => command.enabled(desk) && command.id !== 'help.commands')
  const session = desk.app.session.get()
  const articles = session ? inOrder(session.seen.article.values()) : []
  const sections = [
    ...menus.map((name) => ({
      name,
      items: commands.filter((command) => command.menu === name).map((command) => ({
        id: command.id, text: command.label(desk), after: <CommandKeys command={command} />,
      })),
    })),
    { name: 'Articles', items: articles.map((one) => ({ id: `article:${one.id}`, text: one.headline || one.source.file, detail: one.outlet })) },
  ].filter((section) => section.items.length > 0)
  const close = (): void => { desk.overlay.set(null) }
  const choose = (id: string): void => {
    close()
    const article = id.startsWith('article:') ? session?.seen.article.get(id.slice('article:'.length)) : undefined
    if (article) desk.app.layout.update((layout) => openArticle(layout, article.id, article.event))
    const command = commands.find((one) => one.id === id)
    // After the palette gave the focus back, so that the command finds the desk as it was.
    if (command) setTimeout(() => { perform(desk, command) })
  }
  return <Palette label="Find or do anything" sections={sections} onChoose={choose} onClose={close} empty="Nothing is called that." />
}
