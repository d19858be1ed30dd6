import { expect, test } from 'vitest';
import { namesBothCountries } from './gate.ts';

test.each([
  'Russia and North Korea signed a treaty.',
  'Moscow’s envoy flew to Pyongyang.',
  'The Kremlin thanked Kim Jong Un.',
  'North Korean soldiers died in Kursk.',
  'North\u00a0Korean troops in Russian Kursk',
  'Россия и Северная Корея подписали договор.',
  'Владимир Путин прибыл в КНДР.',
  'Росія та Північна Корея підписали договір.',
  'Путін зустрівся з Кім Чен Ином.',
  '북한이 러시아에 병력을 보냈다.',
  '북러 정상회담',
  '朝鲜向俄罗斯派兵',
  '北朝鮮とロシアが条約に署名した',
  'Nordkorea schickt Soldaten nach Russland.',
  'La Corée du Nord et la Russie',
  'Corea del Norte y Rusia',
  'The Soviet Union armed Pyongyang.',
])('lets through: %s', (text) => {
  expect(namesBothCountries(text)).toBe(true);
});

test.each([
  'South Korea and Japan signed a treaty.',
  'Russia and China signed a treaty.',
  'North Korea launched a missile.',
  'Bread is made of flour and water.',
  '',
])('stops: %s', (text) => {
  expect(namesBothCountries(text)).toBe(false);
});
