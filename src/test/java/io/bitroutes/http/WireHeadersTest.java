package io.bitroutes.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireHeadersTest {
    private final WireHeaders headers = new WireHeaders();

    @ParameterizedTest
    @ValueSource(strings = {"bitkey", "BitKey", "x-bit-req-id", "X-Bit-Req-Id"})
    void keyAndIdLeave(String name) {
        assertThat(headers.applyFilterToCamelHeaders(name, "", null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CamelFileName", "Authorization", "Cookie", "User-Agent", "breadcrumbId", "retry-after"})
    void nothingElseLeaves(String name) {
        assertThat(headers.applyFilterToCamelHeaders(name, "", null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Retry-After", "retry-after"})
    void whatTheServerAsksForComesIn(String name) {
        assertThat(headers.applyFilterToExternalHeaders(name, "", null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Set-Cookie", "CamelHttpUri", "bitkey", "Content-Encoding"})
    void nothingElseComesIn(String name) {
        assertThat(headers.applyFilterToExternalHeaders(name, "", null)).isTrue();
    }
}
