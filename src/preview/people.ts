/** The sample organisation of the preview. */
export const organisation = { domain: 'aozora.example', name: 'Aozora Trading' };

export interface Person {
  email: string;
  name: string;
  /** What the person is at the first start; the admin may change who is enabled. */
  role: 'user' | 'admin' | 'not-enabled';
}

export const people: Person[] = [
  { email: 'sakura.mori@aozora.example', name: 'Sakura Mori', role: 'user' },
  { email: 'ken.adams@aozora.example', name: 'Ken Adams', role: 'admin' },
  { email: 'lena.vogt@aozora.example', name: 'Lena Vogt', role: 'not-enabled' },
];
