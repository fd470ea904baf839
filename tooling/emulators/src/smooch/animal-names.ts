import type { Random } from '../frame/index.js';

const qualities = [
  'Acrobatic',
  'Brave',
  'Curious',
  'Dependable',
  'Eager',
  'Fearless',
  'Gentle',
  'Humble',
  'Inventive',
  'Jolly',
  'Keen',
  'Lively',
  'Patient',
  'Quiet',
  'Steady',
  'Witty',
];

const animals = [
  'Badger',
  'Crane',
  'Dolphin',
  'Falcon',
  'Gecko',
  'Hedgehog',
  'Horse',
  'Lynx',
  'Marmot',
  'Otter',
  'Panda',
  'Rat',
  'Seal',
  'Tortoise',
  'Whale',
  'Zebra',
];

/** A friendly name for somebody who gave none, such as "Dependable Horse". */
export function animalName(random: Random): string {
  return `${random.pick(qualities)} ${random.pick(animals)}`;
}
