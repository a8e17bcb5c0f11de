import type {
  ConsentRequest,
  Execution,
  RunRequest,
  Setup,
  ShownPerson,
  ShownThread,
  ThreadPage,
} from '../protocol.ts';

/** The preview's own server. Each call rejects when it cannot be reached or refuses. */
export const server = {
  setup: () => get<Setup>('/preview/setup'),
  threads: (q: string, from: number) =>
    get<ThreadPage>(`/preview/threads?${new URLSearchParams({ q, from: `${from}` })}`),
  /** Undefined where there is no such thread. */
  thread: (id: string, q: string) =>
    get<ShownThread | undefined>(`/preview/threads/${encodeURIComponent(id)}?${new URLSearchParams({ q })}`, [404]),
  run: (request: RunRequest) => post<Execution>('/preview/run', request),
  consent: (request: ConsentRequest) => post<Pick<ShownPerson, 'grantedScopes'>>('/preview/consent', request),
};

async function get<T>(path: string, absent: number[] = []): Promise<T> {
  return read<T>(await fetch(path), absent);
}

async function post<T>(path: string, body: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  return read<T>(await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }));
}

async function read<T>(response: Response, absent: number[] = []): Promise<T> {
  if (absent.includes(response.status)) return undefined as T;
  if (!response.ok) throw new Error(`${response.url} answers ${response.status}: ${await response.text()}`);
  return response.json() as Promise<T>;
}
