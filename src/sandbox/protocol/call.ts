/** How a service writes its requests and answers. */
export type Protocol = "query" | "json" | "rest-xml";

/** What came over HTTP, whole. */
export interface HttpRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  /** By their names in lower case. */
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined };
  readonly body: Buffer;
}

/** What goes back over HTTP, whole. */
export interface HttpAnswer {
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined };
  readonly body: Buffer;
}

/** The arguments of an operation: text, numbers, lists and objects, as its protocol has them. */
export interface Parameters {
  readonly [name: string]: unknown;
}

/** One call of AWS's API, read from an HTTP request. */
export interface Call {
  /** As the request is signed for: `"elasticloadbalancing"`, `"monitoring"`. */
  readonly service: string;
  /** `"CreateService"`; of S3, the API's name for the method and the query. */
  readonly operation: string;
  readonly protocol: Protocol;
  readonly region: string;
  /** @default - the request isn't signed */
  readonly accessKey?: string;
  readonly parameters: Parameters;
  readonly http: HttpRequest;
}
