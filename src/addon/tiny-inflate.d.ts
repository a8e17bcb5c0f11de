declare module 'tiny-inflate' {
  /** The bytes of raw deflate data (RFC 1951). `into` has room for all of them. */
  export default function inflate(deflated: Uint8Array, into: Uint8Array): Uint8Array;
}
