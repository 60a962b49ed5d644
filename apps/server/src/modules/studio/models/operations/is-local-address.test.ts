import { expect, it } from 'vitest';
import { isLocalAddress } from './is-local-address.ts';

it.each([
  ['http://localhost:11434/v1', true],
  ['http://127.0.0.1:8000/v1', true],
  ['http://[::1]:8000/v1', true],
  ['http://192.168.1.20/v1', true],
  ['http://host.docker.internal:11434/v1', true],
  ['http://ollama:11434/v1', true],
  ['http://studio.local./v1', true],
  ['https://api.example.com/v1', false],
  ['https://localhost.example.com/v1', false],
  ['https://gateway/v1', true],
  ['https://models.mylocal/v1', false],
  ['http://8.8.8.8/v1', false],
  ['http://169.254.169.254/v1', false],
  ['no address', false],
  [null, false],
])('the address %s is local: %s', (address, local) => expect(isLocalAddress(address)).toBe(local));
