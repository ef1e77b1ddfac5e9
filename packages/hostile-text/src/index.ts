export { testHostileText } from './testHostileText';
