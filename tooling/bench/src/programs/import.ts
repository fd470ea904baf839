// Imports one package and says how many milliseconds that took. Run in a process of its own, for the second time is free.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [specifier = '', from = import.meta.filename] = process.argv.slice(2);
const address = pathToFileURL(createRequire(from).resolve(specifier)).href;
const began = performance.now();
await import(address);
process.stdout.write(String(performance.now() - began));
