package io.bitroutes.http;

/**
 * One request, the same through all of its tries.
 *
 * @param method the HTTP method
 * @param path the path below the base URL, percent-encoded, with a query where there is one
 * @param body the bytes of the JSON body; empty for none
 * @param requestId the {@code x-bit-req-id}; empty for a read
 */
public record ApiRequest(String method, String path, Body body, String requestId) {

    /** The bytes of a body. Not copied: whoever hands them over leaves them alone. */
    public static final class Body {
        /** No body. */
        public static final Body NONE = new Body(new byte[0]);

        private final byte[] bytes;

        /** A body of these bytes. */
        public Body(byte[] bytes) {
            this.bytes = bytes;
        }

        /** The bytes themselves. */
        public byte[] bytes() {
            return bytes;
        }
    }

    /** A read without a body. */
    public static ApiRequest get(String path) {
        return new ApiRequest("GET", path, Body.NONE, "");
    }
}
