/** A 24 × 24 line drawing in the text's colour, hidden from screen readers: its label stands beside it. */
export function drawIcon(name: IconName, sizePx = 20): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  for (const [attribute, value] of Object.entries(frame)) svg.setAttribute(attribute, value);
  svg.setAttribute('width', String(sizePx));
  svg.setAttribute('height', String(sizePx));
  const path = document.createElementNS(svgNamespace, 'path');
  path.setAttribute('d', drawings[name]);
  svg.append(path);
  return svg;
}

const svgNamespace = 'http://www.w3.org/2000/svg';
const frame = {
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': '1.8',
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
  'aria-hidden': 'true',
  focusable: 'false',
};

/** Drawn for this project, one path each. */
const drawings = {
  add: 'M12 5v14M5 12h14',
  back: 'M20 12H5m6-7-7 7 7 7',
  badge: 'M4 7h16v13H4zM9.5 7V3.5h5V7M9 12.5a2 2 0 1 0 .01 0M6 17.5c.6-1.7 5.4-1.7 6 0M15 12.5h3M15 15.5h3',
  block: 'M12 3.5a8.5 8.5 0 1 0 .01 0M6 6l12 12',
  bookmark: 'M6.5 4h11v16.5L12 16.5l-5.5 4z',
  bus: 'M5 5.5C5 3 19 3 19 5.5V17H5zM5 11.5h14M7.5 17v2.5M16.5 17v2.5M8 14.3h.01M16 14.3h.01',
  calendar: 'M4.5 5.5h15v14.5h-15zM4.5 10h15M8.5 3v4M15.5 3v4',
  car: 'M4 12.5 6 6.5h12l2 6V18H4zM4 12.5h16M6 18v2M18 18v2M7.5 15.3h.01M16.5 15.3h.01',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  'chevron-down': 'm6.5 9.5 5.5 5.5 5.5-5.5',
  'chevron-left': 'm14.5 6.5-5.5 5.5 5.5 5.5',
  'chevron-right': 'm9.5 6.5 5.5 5.5-5.5 5.5',
  'chevron-up': 'm6.5 14.5 5.5-5.5 5.5 5.5',
  clock: 'M12 3.5a8.5 8.5 0 1 0 .01 0M12 7.5V12l3 2.5',
  close: 'm6 6 12 12M18 6 6 18',
  company: 'M4 20.5V4h9v16.5M13 9h7v11.5M3 20.5h18M7 8h3M7 12h3M7 16h3M16 13h1.5M16 16.5h1.5',
  delete: 'M5 7h14M9.5 7V4.5h5V7M7 7l.8 13h8.4L17 7M10.5 10.5v6M13.5 10.5v6',
  description: 'M6 3.5h8l4 4v13H6zM14 3.5v4h4M9 12h6M9 15.5h6',
  directions: 'm12 3 9 9-9 9-9-9zM9 15v-3.5h5.5M12.5 9.5l2 2-2 2',
  dollar: 'M12 3v18M16.5 7.5c-1-2.2-8.5-2.6-8.5 1 0 4.2 9 2 9 6.5 0 3.7-8.5 3.2-9.5.5',
  edit: 'M4.5 19.5 5.5 15 16 4.5l3.5 3.5L9 18.5zM13.5 7l3.5 3.5',
  email: 'M3.5 5.5h17v13h-17zM3.5 6.5l8.5 6.5 8.5-6.5',
  error: 'M12 3.5a8.5 8.5 0 1 0 .01 0M12 7.5v5.5M12 16.3h.01',
  extension: 'M4 8.5h4.2c-1.4-4.6 5-4.6 3.6 0H16v4.2c4.6-1.4 4.6 5 0 3.6V20.5H4z',
  flight:
    'M12 3c1.2 0 1.5 1.5 1.5 3v3.5l7 4.5v2l-7-2.2v3.7l2 1.5v1.5L12 19.7 8.5 20.5V19l2-1.5v-3.7l-7 2.2v-2l7-4.5V6c0-1.5.3-3 1.5-3z',
  globe: 'M12 3.5a8.5 8.5 0 1 0 .01 0M3.5 12h17M12 3.5c-5 5-5 12 0 17M12 3.5c5 5 5 12 0 17',
  history: 'M4.5 8.5A8.3 8.3 0 1 1 3.7 13M4.2 4v4.7H9M12 8v4.3l3 2',
  home: 'M4 11 12 4l8 7v9h-5.5v-5.5h-5V20H4z',
  hotel: 'M3.5 6v13M3.5 16h17v3M20.5 16v-3.5c0-2-1-3-3-3h-7V16M7 10.5a1.5 1.5 0 1 0 .01 0',
  inbox: 'M4 4.5h16v15H4zM4 14h4.5c.5 3.3 6.5 3.3 7 0H20',
  info: 'M12 3.5a8.5 8.5 0 1 0 .01 0M12 11v5.5M12 7.7h.01',
  link: 'M10 14.5 14.5 10M8.5 11 6 13.5c-2.7 2.7 1.8 7.2 4.5 4.5L13 15.5M11 8.5 13.5 6c2.7-2.7 7.2 1.8 4.5 4.5L15.5 13',
  list: 'M8.5 6.5H20M8.5 12H20M8.5 17.5H20M4.5 6.5h.01M4.5 12h.01M4.5 17.5h.01',
  lock: 'M5.5 10.5h13v10h-13zM8.5 10.5V8c0-5.2 7-5.2 7 0v2.5M12 14.5v2',
  logo: 'M4 5.5h16v13H4zM8.7 9a1.9 1.9 0 1 0 .01 0M5.9 16c.4-3 5.4-3 5.8 0M14.5 10h3M14.5 13.5h3',
  more: 'M12 5a.6.6 0 1 0 .01 0M12 11.4a.6.6 0 1 0 .01 0M12 17.8a.6.6 0 1 0 .01 0',
  'open-in-new': 'M11 5H5v14h14v-6M14 4.5h5.5V10M19 5l-8.5 8.5',
  people: 'M8.5 6a3 3 0 1 0 .01 0M3 19c.4-6 10.6-6 11 0M15.5 6.5a2.6 2.6 0 1 1 0 5M16 14c3 0 4.6 1.7 5 5',
  person: 'M12 4.5a3.6 3.6 0 1 0 .01 0M5 20c.5-8 13.5-8 14 0',
  'person-add': 'M10 5a3.3 3.3 0 1 0 .01 0M3.5 19.5c.4-7 12.6-7 13 0M19 7v6M16 10h6',
  phone: 'M5 4.5h4l1.5 4.5-2.3 1.7c1 2.3 2.8 4.1 5.1 5.1L15 13.5l4.5 1.5v4C12 20.5 3.5 12 5 4.5z',
  place: 'M12 3c-8 0-8.5 7.5 0 18 8.5-10.5 8-18 0-18zM12 7.2a2.4 2.4 0 1 0 .01 0',
  refresh: 'M19.5 12a7.5 7.5 0 1 1-2.3-5.4M19.5 3.5v4h-4',
  restaurant: 'M6 3.5V9c0 3 4 3 4 0V3.5M8 3.5v17M17 20.5v-17c-3 1.5-3.5 6-3.5 9.5H17',
  search: 'M10.5 4a6.5 6.5 0 1 0 .01 0M15.3 15.3l5 5',
  seat: 'M6.5 4v9h8.5l2 7M6.5 13 8 20M6.5 17h9',
  settings:
    'M12 8.8a3.2 3.2 0 1 0 .01 0M12 3.5v2.7M12 17.8v2.7M3.5 12h2.7M17.8 12h2.7M6 6l1.9 1.9M16.1 16.1 18 18M6 18l1.9-1.9M16.1 7.9 18 6',
  shopping: 'M3.5 4.5H6l2.3 10.5h9.2L20 7.5H6.6M9 18.7a.8.8 0 1 0 .01 0M16.5 18.7a.8.8 0 1 0 .01 0',
  star: 'm12 3.5 2.6 5.6 6.1.7-4.6 4.1 1.3 6L12 16.9l-5.4 3 1.3-6-4.6-4.1 6.1-.7z',
  store:
    'M4.5 10v10h15V10M3.5 9.5 5 4.5h14l1.5 5c-1.2 2.3-4 2.3-5.6 0-1.3 2.3-4.5 2.3-5.8 0-1.6 2.3-4.4 2.3-5.6 0zM9.5 20v-5.5h5V20',
  ticket: 'M3.5 6.5h17v3.7c-2.4.4-2.4 3.2 0 3.6v3.7h-17v-3.7c2.4-.4 2.4-3.2 0-3.6zM14 8.5v1M14 11.5v1M14 14.5v1',
  train: 'M6 4.5h12V17H6zM6 11h12M8.5 17 6 20.5M15.5 17l2.5 3.5M9 14h.01M15 14h.01',
  undo: 'M8.5 5 4 9.5 8.5 14M4.5 9.5h9.5c7.5 0 7.5 10 0 10H9',
  video: 'M3.5 6.5h12v11h-12zM15.5 11l5-3.5v9l-5-3.5z',
  play: 'M12 3.5a8.5 8.5 0 1 0 .01 0M10 8.5l5.5 3.5L10 15.5z',
  warning: 'M12 4 2.8 20h18.4zM12 10v4.5M12 17.3h.01',
  work: 'M3.5 7.5h17v12h-17zM8.5 7.5v-3h7v3M3.5 13h17',
} as const;

export type IconName = keyof typeof drawings;

/** The drawing for a KnownIcon of card.proto or a Material icon's name; the extension sign for one that is not drawn here. */
export function iconNamed(name: string): IconName {
  const key = name.toLowerCase();
  return byKnownIcon[name.toUpperCase()] ?? byMaterialName[key] ?? (key in drawings ? (key as IconName) : 'extension');
}

const byKnownIcon: Record<string, IconName> = {
  AIRPLANE: 'flight',
  BOOKMARK: 'bookmark',
  BUS: 'bus',
  CAR: 'car',
  CLOCK: 'clock',
  CONFIRMATION_NUMBER_ICON: 'ticket',
  DESCRIPTION: 'description',
  DOLLAR: 'dollar',
  EMAIL: 'email',
  EVENT_SEAT: 'seat',
  FLIGHT_ARRIVAL: 'flight',
  FLIGHT_DEPARTURE: 'flight',
  HOTEL: 'hotel',
  HOTEL_ROOM_TYPE: 'hotel',
  INVITE: 'calendar',
  MAP_PIN: 'place',
  MEMBERSHIP: 'badge',
  MULTIPLE_PEOPLE: 'people',
  PERSON: 'person',
  PHONE: 'phone',
  RESTAURANT_ICON: 'restaurant',
  SHOPPING_CART: 'shopping',
  STAR: 'star',
  STORE: 'store',
  TICKET: 'ticket',
  TRAIN: 'train',
  VIDEO_CAMERA: 'video',
  VIDEO_PLAY: 'play',
};

const byMaterialName: Record<string, IconName> = {
  account_circle: 'person',
  admin_panel_settings: 'settings',
  alternate_email: 'email',
  apartment: 'company',
  arrow_back: 'back',
  bookmark: 'bookmark',
  business: 'company',
  call: 'phone',
  cancel: 'close',
  chevron_left: 'chevron-left',
  chevron_right: 'chevron-right',
  contact_mail: 'logo',
  contacts: 'logo',
  content_paste: 'description',
  corporate_fare: 'company',
  domain: 'company',
  event: 'calendar',
  expand_more: 'chevron-down',
  groups: 'people',
  group: 'people',
  language: 'globe',
  location_on: 'place',
  mail: 'email',
  manage_accounts: 'settings',
  more_vert: 'more',
  navigate_before: 'chevron-left',
  navigate_next: 'chevron-right',
  open_in_new: 'open-in-new',
  person_add: 'person-add',
  person_remove: 'person',
  pin_drop: 'place',
  public: 'globe',
  schedule: 'clock',
  smartphone: 'phone',
  sync: 'refresh',
};
