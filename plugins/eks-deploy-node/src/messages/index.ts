export { redactMessage } from './redactMessage';
