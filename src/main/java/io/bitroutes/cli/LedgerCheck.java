package io.bitroutes.cli;

import io.bitroutes.config.LedgerSettings;
import io.bitroutes.config.Settings;
import io.bitroutes.ledger.LedgerLook;
import io.bitroutes.text.Texts;

/** Whether the ledger can be used. Makes none. */
final class LedgerCheck {
    private final Settings settings;
    private final Texts texts;

    LedgerCheck(Settings settings, Texts texts) {
        this.settings = settings;
        this.texts = texts;
    }

    Finding finding() {
        LedgerLook look = LedgerLook.at(settings.ledger(), settings.home().state());
        return new Finding(!(look instanceof LedgerLook.Wrong), texts.of("check.ledger"), words(look));
    }

    private String words(LedgerLook look) {
        if (look instanceof LedgerLook.Well well) {
            return texts.of("check.ledger.jobs", well.waiting());
        }
        return look instanceof LedgerLook.Wrong wrong ? words(wrong) : texts.of("check.ledger.none");
    }

    private String words(LedgerLook.Wrong wrong) {
        String where = where();
        return switch (wrong.problem()) {
            case UNREACHABLE -> texts.of("check.ledger.unreachable", where, wrong.words());
            case LOGIN -> texts.of("check.ledger.login", where, wrong.words());
            case NO_DATABASE -> texts.of("check.ledger.no-database", where, wrong.words());
            case NO_TABLES_ALLOWED -> texts.of("check.ledger.no-tables-allowed", where);
            case LATER_VERSION -> texts.of("check.ledger.later-version", where, wrong.words());
            case OTHER -> texts.of("check.ledger.other", where, wrong.words());
        };
    }

    private String where() {
        LedgerSettings ledger = settings.ledger();
        return ledger.url()
                .map(LedgerSettings::withoutOptions)
                .orElseGet(() -> settings.home().state().toString());
    }
}
