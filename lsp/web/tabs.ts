/** Tabs as the ARIA pattern has them: one is in the tab order, arrows go to the others. */

/** Makes the buttons of a tab list work, the first one chosen. */
export function wireTabs(list: HTMLElement): void {
  const tabs = [...list.querySelectorAll<HTMLElement>('[role="tab"]')];
  const choose = (chosen: HTMLElement): void => {
    for (const tab of tabs) {
      const isChosen = tab === chosen;
      tab.setAttribute('aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '');
      if (panel !== null) panel.hidden = !isChosen;
    }
  };
  const targets: Readonly<Record<string, (index: number) => number>> = {
    ArrowLeft: (index) => (index + tabs.length - 1) % tabs.length,
    ArrowRight: (index) => (index + 1) % tabs.length,
    Home: () => 0,
    End: () => tabs.length - 1,
  };
  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener('click', () => choose(tab));
    tab.addEventListener('keydown', (event) => {
      const target = tabs[targets[event.key]?.(index) ?? -1];
      if (target === undefined) return;
      event.preventDefault();
      choose(target);
      target.focus();
    });
  }
  if (tabs[0] !== undefined) choose(tabs[0]);
}
