package io.bitroutes.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fresh sandbox and a client of it for every test. */
abstract class SandboxTestBase {
    Sandbox sandbox;
    Client client;

    @BeforeEach
    void startAsDocumented() throws IOException {
        start(SandboxOptions.defaults());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    final void start(SandboxOptions options) throws IOException {
        if (sandbox != null) {
            sandbox.close();
        }
        sandbox = Sandbox.start(options);
        client = Client.of(sandbox);
    }

    final void startWith(Quirks... quirks) throws IOException {
        start(SandboxOptions.defaults().with(quirks));
    }

    final void seed(String... customers) {
        for (String name : customers) {
            sandbox.state().seedCustomer(Map.of("name", name, "city", "beijing"));
        }
    }

    static void assertRefused(Client.Reply reply, SandboxStatus status, String... said) {
        assertThat(reply.code()).isEqualTo(200);
        assertThat(reply.status()).as(reply.body()).isEqualTo(status.code());
        for (String part : said) {
            assertThat(reply.msg()).contains(part);
        }
    }

    static void assertDone(Client.Reply reply) {
        assertThat(reply.code()).isEqualTo(200);
        assertThat(reply.status()).as(reply.body()).isZero();
    }
}
