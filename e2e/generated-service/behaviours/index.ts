import { building } from './building';
import { chatting } from './chatting';
import { page } from './page';
import { uploading } from './uploading';

export const all = [...building, ...chatting, ...uploading, ...page];
