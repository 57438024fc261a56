package io.bitroutes.export;

import io.bitroutes.text.Texts;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a scheduled export must be. Immutable. */
public final class ScheduleRules {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})([smhd])");
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,5}");
    private static final String FILE_EXAMPLE = "customers-${time:yyyy-MM-dd}.csv";
    private static final String DEFAULT_OVERLAP = "10m";

    private final ExportOrders orders;
    private final ZoneId zone;
    private final Path folder;
    private final Path home;
    private final Texts texts;

    /**
     * @param orders with no prefix: parameters are named as they are
     * @param zone where none is named
     * @param folder where relative names of files begin
     * @param home the share where none is named
     */
    public ScheduleRules(ExportOrders orders, ZoneId zone, Path folder, Path home, Texts texts) {
        this.orders = orders;
        this.zone = zone;
        this.folder = folder;
        this.home = home;
        this.texts = texts;
    }

    /** A parameter as it is meant. */
    private interface Parameter<T> {
        T parse(String text) throws ExportException;
    }

    /** The export, if nothing is wrong; else each parameter that is wrong, and why. */
    Optional<ScheduledExport> check(WrittenExport written, BiConsumer<String, String> complain) {
        Check check = new Check(written, complain);
        ZoneId hours = check.of(ScheduleParameters.ZONE, zone.getId(), this::zone);
        Optional<Schedule> schedule = check.required(ScheduleParameters.CRON, text -> schedule(text, hours));
        Optional<FileNamePattern> file = check.required(ScheduleParameters.FILE, text -> file(text, hours));
        ExportForm form = form(check, written);
        Optional<ExportRequest> request =
                check.required(ExportOrders.OPERATION, operation -> request(operation, written, form));
        boolean latest = check.of(ScheduleParameters.LATEST, "true", this::isOn);
        ShareAddress share = check.of(ScheduleParameters.SHARE, ShareAddress.FILE + home, this::share);
        OptionalInt keepLast = check.of(ScheduleParameters.KEEP_LAST, "", this::count);
        boolean catchUp = check.of(ScheduleParameters.CATCH_UP, "true", this::isOn);
        Duration overlap = check.of(ScheduleParameters.OVERLAP, DEFAULT_OVERLAP, this::duration);
        return check.well
                ? Optional.of(new ScheduledExport(
                        written.id(),
                        schedule.orElseThrow(),
                        request.orElseThrow(),
                        file.orElseThrow(),
                        latest,
                        share,
                        keepLast,
                        catchUp,
                        overlap))
                : Optional.empty();
    }

    /** What is in files is read, but not kept: each run reads it anew. */
    private ExportRequest request(String operation, WrittenExport written, ExportForm form) throws ExportException {
        ExportRequest request = ExportRequest.of(operation, form.format())
                .withLicences(list(written, ExportOrders.LICENCES))
                .withLicenceFile(written.find(ScheduleParameters.LICENCE_FILE).map(folder::resolve))
                .withQuery(written.find(ExportOrders.QUERY).map(text -> QueryText.of(text, folder)))
                .withSorts(written.find(ExportOrders.SORTS).map(text -> QueryText.of(text, folder)))
                .withColumns(list(written, ExportOrders.COLUMNS))
                .withForm(form);
        orders.order(request, QueryTimes.first(zone, Instant.now()));
        return request;
    }

    private ExportForm form(Check check, WrittenExport written) {
        String file = written.find(ScheduleParameters.FILE).orElse("");
        if (!file.isEmpty()
                && ExportForm.ofFile(file).isEmpty()
                && written.find(ScheduleParameters.FORMAT).isEmpty()) {
            check.wrong(ScheduleParameters.FILE, texts.of("schedule.file.ending", file, ScheduleParameters.FORMAT));
        }
        String byName =
                ExportForm.ofFile(file).map(form -> form.format().label()).orElse(ExportFormat.CSV.label());
        return new ExportForm(
                check.of(ScheduleParameters.FORMAT, byName, this::format),
                check.of(ScheduleParameters.GZIP, String.valueOf(ExportForm.isCompressed(file)), this::isOn),
                check.of(ExportOrders.CHARSET, ExportCharset.UTF_8.label(), text -> ExportCharset.of(text, texts)));
    }

    private static List<String> list(WrittenExport written, String parameter) {
        return written.find(parameter)
                .map(text -> Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    private ZoneId zone(String text) throws ExportException {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new ExportException(texts.of("schedule.zone", text), e);
        }
    }

    private Schedule schedule(String text, ZoneId hours) throws ExportException {
        try {
            Schedule schedule = Schedule.of(text, hours);
            if (schedule.after(Instant.now()).isEmpty()) {
                throw new ExportException(texts.of("schedule.never", text));
            }
            return schedule;
        } catch (ParseException e) {
            throw new ExportException(
                    texts.of("schedule.cron", text, e.getMessage().replaceFirst("\\.+$", "")), e);
        }
    }

    private FileNamePattern file(String text, ZoneId hours) throws ExportException {
        FileNamePattern pattern = new FileNamePattern(text);
        if (!pattern.hasTime()) {
            throw new ExportException(texts.of("schedule.file.time", text, FILE_EXAMPLE));
        }
        try {
            String name = pattern.at(Instant.now(), hours);
            if (FileNamePattern.isSafe(name) && FileNamePattern.isSafe(pattern.latest())) {
                return pattern;
            }
            throw new ExportException(texts.of("schedule.file.unsafe", name));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ExportException(texts.of("schedule.file.form", text, e.getMessage()), e);
        }
    }

    private ExportFormat format(String text) throws ExportException {
        return ExportFormat.ofFile("." + text)
                .orElseThrow(() -> new ExportException(texts.of("schedule.format", text)));
    }

    private ShareAddress share(String text) throws ExportException {
        return ShareAddress.of(text).orElseThrow(() -> new ExportException(texts.of("schedule.share", text)));
    }

    private boolean isOn(String text) throws ExportException {
        if (!text.equals("true") && !text.equals("false")) {
            throw new ExportException(texts.of("schedule.switch", text));
        }
        return text.equals("true");
    }

    private OptionalInt count(String text) throws ExportException {
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!COUNT.matcher(text).matches()) {
            throw new ExportException(texts.of("schedule.count", text));
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    private Duration duration(String text) throws ExportException {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new ExportException(texts.of("schedule.duration", text));
        }
        String time = matcher.group(2).equals("d") ? "P" : "PT";
        return Duration.parse(time + matcher.group(1) + matcher.group(2).toUpperCase(Locale.ROOT));
    }

    /** One export under examination. */
    private final class Check {
        private final WrittenExport written;
        private final BiConsumer<String, String> complain;
        private boolean well = true;

        Check(WrittenExport written, BiConsumer<String, String> complain) {
            this.written = written;
            this.complain = complain;
        }

        <T> Optional<T> required(String name, Parameter<T> parameter) {
            Optional<String> text = written.find(name);
            if (text.isEmpty()) {
                wrong(name, texts.of("schedule.missing"));
                return Optional.empty();
            }
            try {
                return Optional.of(parameter.parse(text.get()));
            } catch (ExportException e) {
                wrong(e.parameter().orElse(name), e.getMessage());
                return Optional.empty();
            }
        }

        /** @param otherwise is right, and stands for what is missing or wrong */
        <T> T of(String name, String otherwise, Parameter<T> parameter) {
            try {
                return parameter.parse(written.find(name).orElse(otherwise));
            } catch (ExportException e) {
                wrong(e.parameter().orElse(name), e.getMessage());
                return theDefault(otherwise, parameter);
            }
        }

        private static <T> T theDefault(String text, Parameter<T> parameter) {
            try {
                return parameter.parse(text);
            } catch (ExportException e) {
                throw new IllegalStateException("a default is wrong: " + text, e);
            }
        }

        private void wrong(String name, String problem) {
            well = false;
            complain.accept(name, problem);
        }
    }
}
