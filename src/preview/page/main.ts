import { showPreview } from './preview.ts';
import { server } from './server-calls.ts';
import { readSettings } from './settings.ts';
import { words } from './words.ts';

try {
  showPreview(await server.setup());
} catch (error) {
  console.error(error);
  document.body.replaceChildren(words[readSettings().language].unreachable);
}
