package io.bitroutes.http;

import io.bitroutes.api.ItemsKept;

/**
 * One request, the same through all of its tries.
 *
 * @param method the HTTP method
 * @param path the path below the base URL, percent-encoded, with a query where there is one
 * @param body the bytes of the JSON body; empty for none
 * @param requestId the {@code x-bit-req-id}; empty for a read
 * @param kept what is kept of the items it is answered with
 */
public record ApiRequest(String method, String path, Body body, String requestId, ItemsKept kept) {

    /** One whose answer is kept with whole items. */
    public ApiRequest(String method, String path, Body body, String requestId) {
        this(method, path, body, requestId, ItemsKept.WHOLE);
    }

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

    /** A read without a body, of whose answer nothing is kept. */
    public static ApiRequest get(String path) {
        return new ApiRequest("GET", path, Body.NONE, "", ItemsKept.NONE);
    }
}
