import { startChatterEmulator } from '@x/emulators';
import { pageNames, type PageName } from './task.js';

/** What the emulated org answers, in the shapes recorded from the service. */
export async function recordPages(
  version: string,
): Promise<{ accessToken: string; bodies: Record<PageName, string> }> {
  const emulator = await startChatterEmulator();
  try {
    const { instanceUrl, accessToken } = emulator.credentials;
    const headers = { authorization: `Bearer ${accessToken}`, 'x-chatter-entity-encoding': 'false' };
    const texts = pageNames.map(async (page) => {
      const answer = await fetch(`${instanceUrl}/services/data/v${version}/chatter/${page}`, { headers });
      if (!answer.ok) throw new Error(`${page} was answered ${answer.status}`);
      return [page, await answer.text()] as const;
    });
    const bodies = Object.fromEntries(await Promise.all(texts)) as Record<PageName, string>;
    return { accessToken, bodies };
  } finally {
    await emulator.close();
  }
}
