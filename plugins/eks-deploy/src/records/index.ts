export * from './RecordAnnouncer';
export * from './RecordLine';
export * from './RecordList';
