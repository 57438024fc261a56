package io.bitroutes.job;

import io.bitroutes.ledger.Job;
import io.bitroutes.record.FileFormat;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of what a job leaves behind: {@code <stem>.<job>.<what>.<ext>}. Names stay short enough for every file
 * system, and the suffixes of an earlier round do not pile up.
 *
 * @param stem the file's name without extension, cut
 * @param job the job's id
 * @param extension {@code csv}, also without {@code gz}
 * @param compressed whether the file was a {@code .gz}
 */
record OutputName(String stem, String job, String extension, boolean compressed) {
    private static final String JSON = "json";
    private static final int MOST_STEM_BYTES = 120;
    private static final Pattern NAME = Pattern.compile("(?s)(.+?)\\.([^.]+)(\\.gz)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern EARLIER_ROUND =
            Pattern.compile("\\.\\d{8}-\\d{6}-[0-9a-f]{8}(\\.trial)?(\\.(rejected|unknown|not-sent))?$");

    static OutputName of(Job job) {
        return of(job.name(), job.id());
    }

    static OutputName of(String file, String job) {
        Matcher name = NAME.matcher(file);
        if (!name.matches()) {
            return new OutputName(cut(file), job, "", false);
        }
        String stem = EARLIER_ROUND.matcher(name.group(1)).replaceFirst("");
        return new OutputName(cut(stem), job, name.group(2), name.group(3) != null);
    }

    /** The original, in the archive or among the dead letters. */
    String original() {
        return with(wholeExtension());
    }

    /** The original of a trial. */
    String tried() {
        return with("trial." + wholeExtension());
    }

    /** A report beside it: {@code receipt.json}. */
    String report(String suffix) {
        return with(suffix);
    }

    /** Rows that come back: {@code rejected}. What is JSON comes back as lines, whatever the file was called. */
    String returned(String what, FileFormat.Kind kind) {
        boolean calledJson = extension.toLowerCase(Locale.ROOT).startsWith(JSON);
        String csv = calledJson ? "csv" : extension;
        return with(what + "." + (kind == FileFormat.Kind.JSON ? "jsonl" : csv));
    }

    private String wholeExtension() {
        return extension + (compressed ? ".gz" : "");
    }

    private String with(String suffix) {
        return stem + "." + job + "." + suffix;
    }

    private static String cut(String stem) {
        int end = stem.length();
        while (stem.substring(0, end).getBytes(StandardCharsets.UTF_8).length > MOST_STEM_BYTES) {
            end = stem.offsetByCodePoints(end, -1);
        }
        return stem.substring(0, end);
    }
}
