/** Which conversations were opened in this browser. Gmail knows that from its server; the sample mails carry no such mark. */
export function isRead(threadId: string): boolean {
  return read().includes(threadId);
}

export function markRead(threadId: string): void {
  if (isRead(threadId)) return;
  localStorage.setItem(key, JSON.stringify([threadId, ...read()].slice(0, 5_000)));
}

const key = 'contact-inbox-preview.read';

function read(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? stored : [];
  } catch {
    return [];
  }
}
