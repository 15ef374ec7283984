/** Light or dark, as the system has it or as the reader says. */

const key = 'mofsec-theme';

/** Makes a choice of `auto`, `light` and `dark` work, and remembers it. */
export function wireTheme(select: HTMLSelectElement): void {
  const apply = (theme: string): void => {
    if (theme === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  };
  select.value = recall();
  apply(select.value);
  select.addEventListener('change', () => {
    apply(select.value);
    remember(select.value);
  });
}

/** A browser may keep pages from storing anything. */
function recall(): string {
  try {
    const theme = localStorage.getItem(key);
    return theme === 'light' || theme === 'dark' ? theme : 'auto';
  } catch {
    return 'auto';
  }
}

function remember(theme: string): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // It holds for this visit.
  }
}
