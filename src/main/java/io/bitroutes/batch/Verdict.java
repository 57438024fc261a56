package io.bitroutes.batch;

/**
 * What became of one record that was not confirmed.
 *
 * @param row its number in the file
 * @param code why, in a word that programs rely on
 * @param status the envelope's or HTTP status as digits; empty when nothing was answered
 * @param msg the server's words or ours
 * @param request the id it was last sent under; empty when it was not sent
 */
public record Verdict(long row, Code code, String status, String msg, String request) {

    /** The words of the {@code _code} column. */
    public enum Code {
        /** Not fit to be sent. */
        INVALID,
        /** Refused by BitAnswer. */
        REFUSED,
        /** Sent, but not listed among what was changed. */
        UNCONFIRMED,
        /** Among refused records when the budget was spent: perhaps innocent. */
        NOT_ISOLATED,
        /** Nobody can say whether it was applied. */
        UNKNOWN,
        /** Left alone because the job stopped. */
        NOT_SENT
    }

    /** A record that is left alone because the job stopped. */
    public static Verdict notSent(long row, String reason) {
        return new Verdict(row, Code.NOT_SENT, "", reason, "");
    }

    /** A record that must not be sent. */
    public static Verdict invalid(long row, String reason) {
        return new Verdict(row, Code.INVALID, "", reason, "");
    }
}
