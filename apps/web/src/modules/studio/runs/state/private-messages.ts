import { defineMessages } from '../../../../messages/catalogue.ts';

export const t = defineMessages('private-runs', {
  heading: 'Private runs',
  intro:
    'From this browser straight to a provider or a model on your machine, with a key that stays in this browser. The server learns numbers only: model, tokens, time, cost, status, when and who.',
  policy: 'Members may run privately',
  policyHint:
    'Such runs cannot be read, repeated, compared or shared by anybody, touch no budget, and are counted in the history. Forbidden, no page offers them and none are counted.',
  policyFailed: 'Whether private runs are allowed could not be loaded',
  forbidden: 'Private runs are not allowed in this organization. Its owners and admins can allow them.',
  reload: 'Load anew',
  switch: 'Private run',
  switchHint:
    'Straight from this browser to the model. The answer stays in this tab and is gone when it is reloaded or closed; the server learns numbers only.',
  switchOff: 'From this browser, without the server.',
  mark: 'private',
  markHint: 'Sent from this browser; the server knows numbers only, and the answer is in this tab alone.',
  noneChosen: 'No model chosen. Choose from the connections of this browser.',
  addModel: 'Add model',
  addConnection: 'Add connection',
  connectionsHere: 'Connections in this browser',
  connectionsHint:
    'Only you see them, and only in this browser and this organization. Keys are sealed with a key that cannot be read out, and forgotten when you sign out.',
  noConnections: 'No connection in this browser yet',
  noConnectionsHint: 'Add a provider with your own key, or a server of models such as Ollama.',
  connectionsFailed: 'This browser does not let pages keep anything',
  connectionsFailedHint:
    'Private windows and blocked site data do that. Allow this site to store data, then load the page anew.',
  keyHere: 'key in this browser',
  keyGone: 'the key is gone: enter it again',
  noKey: 'no key',
  models: { one: '{count} model', other: '{count} models' },
  ownAddress: 'the provider’s own address',
  remove: 'Remove',
  removeTitle: 'Remove {name} from this browser?',
  removeText: 'Its address and its key are deleted here. Runs that used it stay counted.',
  removed: '{name} was removed from this browser.',
  forgetKeys: 'Forget all keys',
  keysForgotten: 'All keys were removed from this browser.',
  newTitle: 'New connection in this browser',
  editTitle: 'Edit {name}',
  save: 'Save',
  saveAnyway: 'Save without a list',
  cancel: 'Cancel',
  trying: 'Asks for the list of models straight from this browser.',
  keyHint: 'Stays in this browser, sealed. It is sent to the provider alone.',
  keyKept: 'A key is kept. Leave this empty to keep it.',
  keyForgotten: 'The key was forgotten. Enter it again.',
  noSealing:
    'This page is not served over https, so this browser cannot seal keys. Only models that need no key can be used here.',
  needsAddress: 'IPv6 addresses cannot be allowed to a page. Use localhost or a name.',
  saved: {
    one: 'Saved in this browser. {name} has {count} model.',
    other: 'Saved in this browser. {name} has {count} models.',
  },
  savedUnlisted: 'Saved in this browser. Enter the names of the models of {name} yourself.',
  chooseModels: 'Choose models of this browser',
  searchModels: 'Search, or enter the name of a model',
  useNamed: 'Use “{model}”',
  noMatch: 'No model matches “{query}”.',
  removeModel: 'Take away {name}',
  connectionGone: 'Its connection was removed from this browser.',
  manage: 'Connections in this browser',
  run: { one: 'Run privately', other: 'Run {count} privately' },
  sends: 'Straight from this browser to the model. The server learns numbers only.',
  sendsFiles: {
    one: 'Straight from this browser to the model, with {count} file, {size}. The server learns numbers only.',
    other:
      'Straight from this browser to the model, with {count} files, {size}. The server learns numbers only.',
  },
  chooseModel: 'Choose a model of this browser first.',
  toolsNotCalled:
    'Tools are shown to the model, but what it calls is not done: that would go over the server.',
  formNotChecked: 'The answer is not checked against the response schema: that is done by the server.',
  needsServer: {
    one: 'Not possible privately: {what} needs the server. Switch it off among the techniques, or run on a connection of the organization.',
    other:
      'Not possible privately: {what} need the server. Switch them off among the techniques, or run on a connection of the organization.',
  },
  selfConsistency: 'voting over several answers',
  tree: 'a tree of thoughts',
  react: 'acting with tools',
  mixed:
    'This page is served over https, and browsers do not let it call {host} over http. Give that server https, use a model on this machine (localhost), or open PromptVault over http on this machine.',
  keyNeeded: 'The key of {name} is not in this browser any more. Enter it again.',
  keyRefused: '{host} does not accept the key. Enter another one.',
  refusesPages:
    '{host} answers, but does not let pages of {origin} read its answers (CORS). Allow this address there: for Ollama set OLLAMA_ORIGINS={origin}, in LM Studio switch CORS on, start vLLM with --allowed-origins. A provider that allows no pages can only be used over a connection of the organization.',
  silent:
    'Nothing answers at {host}. Start the model’s server and check its address; if the browser asks whether this page may reach devices in your network, allow it.',
  offline: 'This machine is offline. Connect it, then run again.',
  redirects:
    '{host} answers with a redirect, which is not followed so that the key goes nowhere else. Enter the address it leads to.',
  goneTitle: 'This private answer is gone',
  goneHint:
    'It was kept in the memory of a tab alone, and that was reloaded or closed. Its numbers stand in the history.',
  stop: 'Stop {model}',
  stopping: 'Stopping',
  again: 'Run {model} again',
  checkKey: 'To the keys',
  row: 'Private: only numbers were kept. Neither what was sent nor what was answered is known here.',
  detailTitle: 'This run was private',
  detailHint:
    'It was made in the browser of its author. Only these numbers were kept: it cannot be read, repeated, continued, compared or shared.',
});
