import { joinContents, winner } from '../../src/contact/join.ts';
import { type Joined, splitContents } from '../../src/contact/split.ts';
import type { ContactContent } from '../../src/contact/values.ts';

const content = (card: Partial<ContactContent['card']>, beside: Partial<ContactContent> = {}): ContactContent => ({
  card: { fn: 'Ana Ruiz', email: [], tel: [], url: [], social: [], ...card },
  tags: [],
  ...beside,
});
const phone = (text: string) => ({ text });

const work = content(
  { title: 'Buyer', email: ['ana@work.example'], tel: [phone('212-555-0142')] },
  { tags: ['VIP'], notes: 'Likes tea', owner: 'ken@x.example' },
);
const home = content(
  {
    fn: 'Ana R.',
    title: 'Painter',
    email: ['ana@home.example', 'ana@work.example'],
    adr: { label: '1 Example Street' },
  },
  { tags: ['Art', 'VIP'], notes: 'Paints' },
);

describe('two contacts as one', () => {
  const joined = joinContents(work, home, (field) => (field === 'title' ? 'other' : 'survivor'));

  test('hold what both have, the chosen one of single values, and no value twice', () =>
    expect(joined).toEqual(
      content(
        {
          title: 'Painter',
          email: ['ana@work.example', 'ana@home.example'],
          tel: [phone('212-555-0142')],
          adr: { label: '1 Example Street' },
        },
        { tags: ['VIP', 'Art'], notes: 'Likes tea\n\nPaints', owner: 'ken@x.example' },
      ),
    ));

  test('notes that are the same stand once, notes that are too long together stay apart', () => {
    const notes = (text: string) => content({}, { notes: text });
    const all = (one: string, two: string) => joinContents(notes(one), notes(two), () => 'survivor').notes;
    expect(all('Likes tea', 'Likes tea')).toBe('Likes tea');
    expect(all('a'.repeat(9000), 'b'.repeat(2000))).toBe('a'.repeat(9000));
  });

  test.each([
    ['typed before read, however old', ['typed', 1], ['read', 2], 'survivor'],
    ['typed before imported', ['imported', 2], ['typed', 1], 'other'],
    ['the one confirmed last', ['read', 1], ['read', 2], 'other'],
    ['both alike', ['read', 1], ['imported', 1], 'survivor'],
    ['the only one', undefined, ['read', 1], 'other'],
    ['the only one', ['read', 1], undefined, 'survivor'],
  ] as const)('nobody chooses: %s', (_, survivor, other, side) => {
    const standing = (one: readonly ['typed' | 'read' | 'imported', number] | undefined) =>
      one && { field: 'title' as const, how: one[0], lastSeen: new Date(one[1]) };
    expect(winner(standing(survivor), standing(other))).toBe(side);
  });

  const split = (present: ContactContent, saidBy: Joined['saidBy'] = () => undefined) =>
    splitContents({ survivor: work, other: home, joined, present, saidBy });
  const edited = (card: Partial<ContactContent['card']>, beside: Partial<ContactContent> = {}) => ({
    ...joined,
    ...beside,
    card: { ...joined.card, ...card },
  });
  const with_ = (one: ContactContent, card: Partial<ContactContent['card']>) => ({
    ...one,
    card: { ...one.card, ...card },
  });

  describe('and as two again', () => {
    test('each is as it was', () => expect(split(joined)).toEqual({ survivor: work, other: home }));

    test('a replaced value is replaced in the one that had it', () =>
      expect(split(edited({ title: 'Sculptor' }))).toEqual({
        survivor: work,
        other: with_(home, { title: 'Sculptor' }),
      }));

    test('unless the mail was from the other', () =>
      expect(split(edited({ title: 'Director' }), () => 'survivor')).toEqual({
        survivor: with_(work, { title: 'Director' }),
        other: home,
      }));

    test('a new value goes to whom the mail was from, else to the survivor', () => {
      const present = edited({ tel: [phone('212-555-0142'), phone('212-555-0143')] });
      expect(split(present).survivor.card.tel).toEqual(present.card.tel);
      expect(split(present, () => 'other')).toEqual({
        survivor: work,
        other: with_(home, { tel: [phone('212-555-0143')] }),
      });
    });

    test('what was taken out goes from both', () => {
      const present = edited({ email: ['ana@home.example'] }, { tags: ['Art'] });
      const { survivor, other } = split(present);
      expect([survivor.card.email, other.card.email]).toEqual([[], ['ana@home.example']]);
      expect([survivor.tags, other.tags]).toEqual([[], ['Art']]);
    });

    test('a title taken out goes from the one that had it', () =>
      expect(split(edited({ title: undefined }))).toEqual({
        survivor: work,
        other: content({ ...home.card, title: undefined }, { tags: home.tags, notes: home.notes }),
      }));

    test('a number that has become clearer is clearer', () => {
      const clear = { text: '212-555-0142', e164: '+12125550142' };
      expect(split(edited({ tel: [clear] }))).toEqual({ survivor: with_(work, { tel: [clear] }), other: home });
    });

    test('notes taken out are out of both', () => {
      const { survivor, other } = split({ ...joined, notes: undefined });
      expect([survivor.notes, other.notes]).toEqual([undefined, undefined]);
    });

    test('notes written since stay with the survivor, the other has its own again', () => {
      const { survivor, other } = split(edited({}, { notes: 'Likes tea and paint' }));
      expect([survivor.notes, other.notes]).toEqual(['Likes tea and paint', 'Paints']);
    });
  });
});
