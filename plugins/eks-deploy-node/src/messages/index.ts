export { shortenMessage } from './shortenMessage';
