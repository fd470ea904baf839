import { checks } from './checks.js';
import { openRepository } from './repository.js';
import { messageOf } from './result.js';
import { chooseChecks, formatTally, runChecks } from './runner.js';

const repository = openRepository();
try {
  const chosen = chooseChecks(checks, process.argv.slice(2));
  const tally = await runChecks(chosen, repository, console.log);
  console.log(formatTally(tally));
  process.exitCode = tally.failed === 0 ? 0 : 1;
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 2;
} finally {
  await repository.close();
}
