package io.bitroutes.ledger;

import io.bitroutes.PostgresServer;
import io.bitroutes.config.LedgerSettings;
import java.io.IOException;

class MessageLedgerOnPostgresTest extends MessageLedgerTest {
    private final LedgerSettings settings = PostgresServer.fresh();

    @Override
    LedgerDatabase openDatabase() throws IOException {
        return LedgerDatabase.open(settings, folder);
    }
}
