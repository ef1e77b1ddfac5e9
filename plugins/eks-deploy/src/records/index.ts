export * from './EarlierRecordLine';
export * from './getRecordRelation';
export * from './RecordAnnouncer';
export * from './RecordLine';
export * from './RecordList';
