import { defineErrors } from '../../errors.ts';

export const ConnectionError = defineErrors('model', {
  connection_failed: {
    status: 422,
    message: (p: { reason: string; code: string }) =>
      `The test of this connection failed, so it was not saved. ${p.reason} Correct it, or save it anyway.`,
  },
  name_taken: {
    status: 409,
    message: (p: { name: string }) => `There is a connection named “${p.name}” already. Choose another name.`,
  },
  too_many: {
    status: 409,
    message: (p: { most: number }) =>
      `An organization has at most ${p.most} connections. Delete one that is no longer used.`,
  },
  key_elsewhere: {
    status: 422,
    message: () =>
      'The address changes, so the stored key is not sent there. Enter the key again, or remove it.',
  },
  chain_name_taken: {
    status: 409,
    message: (p: { name: string }) => `There is a chain named “${p.name}” already. Choose another name.`,
  },
  chain_personal: {
    status: 422,
    message: (p: { name: string }) =>
      `“${p.name}” is yours alone. A chain is for everybody and takes connections of the organization.`,
  },
  chain_broken: {
    status: 422,
    message: (p: { name: string }) =>
      `None of the connections of the chain “${p.name}” is there any more. Change the chain in the models settings.`,
  },
  too_many_chains: {
    status: 409,
    message: (p: { most: number }) => `An organization has at most ${p.most} chains.`,
  },
  facts_exist: {
    status: 409,
    message: (p: { model: string; factsId: string }) =>
      `Facts about ${p.model} are entered already. Change those instead.`,
  },
  price_incomplete: {
    status: 422,
    message: () => 'A price has two sides. Enter what input and what output costs, or neither.',
  },
  one_way_only: {
    status: 422,
    message: () => 'Only OpenAI and compatible servers have two APIs. Leave the API out for this provider.',
  },
  unknown: {
    status: 422,
    message: (p: { model: string }) =>
      `There is no built-in model “${p.model}”. Choose “echo” or a connection.`,
  },
});
