import {
  startChatterEmulator,
  type ChatterControl,
  type ChatterCredentials,
  type ChatterEmulatorOptions,
  type Emulator,
} from '@x/emulators';
import { onTestFinished } from 'vitest';
import { createChatter, type Chatter, type ChatterOptions } from '../src/index.js';

export interface Setup {
  readonly emulator: Emulator<ChatterCredentials, ChatterControl>;
  readonly chatter: Chatter;
}

/** An org for one test, and a client of its first user. */
export async function setUp(
  options: Partial<ChatterOptions> = {},
  emulatorOptions: ChatterEmulatorOptions = {},
): Promise<Setup> {
  const emulator = await startChatterEmulator(emulatorOptions);
  onTestFinished(() => emulator.close());
  const { instanceUrl, accessToken, refreshToken, clientId, clientSecret } = emulator.credentials;
  const chatter = createChatter({
    instanceUrl,
    accessToken,
    refreshToken,
    clientId,
    clientSecret,
    ...options,
  });
  return { emulator, chatter };
}
