package io.bitroutes.cli;

import io.bitroutes.config.Settings;
import io.bitroutes.http.Answer;
import io.bitroutes.http.ApiRequest;
import io.bitroutes.http.CamelTransport;
import io.bitroutes.http.Wire;
import io.bitroutes.text.Texts;
import java.io.IOException;

/** Whether BitAnswer answers, and takes the key: one harmless read, tried once. */
final class ServerCheck {
    private static final String HARMLESS_READ = "customers.list";

    private final Settings settings;
    private final Texts texts;

    ServerCheck(Settings settings, Texts texts) {
        this.settings = settings;
        this.texts = texts;
    }

    Finding finding() {
        String subject = texts.of("check.server");
        try {
            Answer answer = ask();
            if (answer.done()) {
                return new Finding(
                        true,
                        subject,
                        texts.of("check.server.well", settings.api().baseUrl()));
            }
            return new Finding(
                    false,
                    subject,
                    answer instanceof Answer.Enveloped
                            ? texts.of("check.server.key", settings.api().baseUrl(), answer.summary())
                            : texts.of(
                                    "check.server.unreachable", settings.api().baseUrl(), answer.summary()));
        } catch (IOException | RuntimeException e) {
            return new Finding(false, subject, StartFailure.rootOf(e));
        }
    }

    private Answer ask() throws IOException {
        RoutesContext routes = new RoutesContext(settings, texts, "call");
        try {
            routes.bindCalls(new Wire(settings.api().key()::value));
            routes.start();
            String path = Inboxes.catalogue(settings).get(HARMLESS_READ).path();
            return new CamelTransport(routes.camel().createProducerTemplate())
                    .exchange(ApiRequest.get(path + "?offset=0&limit=1"));
        } finally {
            routes.stop();
        }
    }
}
