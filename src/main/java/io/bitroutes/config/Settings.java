package io.bitroutes.config;

import io.bitroutes.text.Texts;

/** The whole configuration, checked. Immutable, but for a key that is read from a file. */
public record Settings(
        ApiSettings api,
        RetrySettings retry,
        StatusSettings statuses,
        SendSettings send,
        HomeSettings home,
        LedgerSettings ledger,
        InboxSettings inbox,
        CsvSettings csv,
        ExportSettings export,
        BusSettings bus,
        OpsSettings ops,
        AskSettings ask,
        PeopleSettings people) {

    /**
     * Reads and checks everything; nothing is created or connected to.
     *
     * @throws ConfigException if anything is wrong, with all of it
     */
    public static Settings from(ConfigSources sources) throws ConfigException {
        Texts texts = PeopleSettings.texts(sources);
        Reading reading = new Reading(sources, texts);
        reading.find(ConfigSources.FILE);
        Settings settings = new Settings(
                ApiSettings.from(reading),
                RetrySettings.from(reading),
                StatusSettings.from(reading),
                SendSettings.from(reading),
                HomeSettings.from(reading),
                LedgerSettings.from(reading),
                InboxSettings.from(reading),
                CsvSettings.from(reading),
                ExportSettings.from(reading),
                BusSettings.from(reading),
                OpsSettings.from(reading),
                AskSettings.from(reading),
                PeopleSettings.from(reading));
        reading.finish();
        return settings;
    }
}
