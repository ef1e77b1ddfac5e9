/** A type of the Kubernetes client as it is in JSON, where times are text. */
export type Wire<T> = T extends Date
  ? string
  : T extends Array<infer Item>
  ? Array<Wire<Item>>
  : T extends object
  ? { [Key in keyof T]: Wire<T[Key]> }
  : T;
