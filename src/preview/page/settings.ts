import type { Language } from './words.ts';

/** How the preview is set up in this browser. */
export interface Settings {
  /** An address of the sample organisation; undefined until chosen. */
  user?: string;
  language: Language;
  width: 'web' | 'phone';
  panelOpen: boolean;
}

/** What was chosen last; at first the browser's language and, on a narrow screen, the phone. */
export function readSettings(): Settings {
  const defaults: Settings = {
    language: navigator.language.startsWith('ja') ? 'ja' : 'en',
    width: window.innerWidth < 700 ? 'phone' : 'web',
    panelOpen: true,
  };
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? '{}');
    return {
      user: typeof stored.user === 'string' ? stored.user : undefined,
      language: stored.language === 'ja' || stored.language === 'en' ? stored.language : defaults.language,
      width: stored.width === 'phone' || stored.width === 'web' ? stored.width : defaults.width,
      panelOpen: typeof stored.panelOpen === 'boolean' ? stored.panelOpen : defaults.panelOpen,
    };
  } catch {
    return defaults;
  }
}

export function writeSettings(settings: Settings): void {
  localStorage.setItem(key, JSON.stringify(settings));
}

const key = 'contact-inbox-preview.settings';
