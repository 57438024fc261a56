package io.bitroutes.cli;

import io.bitroutes.api.Operations;
import io.bitroutes.config.RetrySettings;
import io.bitroutes.config.Settings;
import io.bitroutes.config.StatusSettings;
import io.bitroutes.gate.Gate;
import io.bitroutes.http.ApiClient;
import io.bitroutes.http.Backoff;
import io.bitroutes.http.Places;
import io.bitroutes.http.Rate;
import io.bitroutes.http.Statuses;
import io.bitroutes.http.Transport;

/** What calls BitAnswer, as configured. */
final class Clients {
    private static final String HARMLESS_READ = "customers.list";

    private Clients() {}

    static ApiClient of(Settings settings, Operations operations, Transport transport, Gate gate) {
        RetrySettings retry = settings.retry();
        StatusSettings statuses = settings.statuses();
        return new ApiClient(
                transport,
                gate,
                new Places(settings.send().concurrency(), gate),
                new Rate(settings.api().rate(), gate),
                new Backoff(retry.attempts(), retry.delay(), retry.maxDelay()),
                new Statuses(statuses.retry(), statuses.stop(), statuses.repeat()),
                operations.get(HARMLESS_READ),
                settings.people().texts());
    }
}
