export { meQuery } from './api/me.ts';
export { useEntered } from './api/use-entered.ts';
export { DoorLayout } from './components/door-layout.tsx';
export { SignInForm } from './components/sign-in-form.tsx';
export { SignUpForm } from './components/sign-up-form.tsx';
export { deviceName } from './state/device-name.ts';
