package io.bitroutes.cli;

import io.bitroutes.api.Operation;
import io.bitroutes.config.Settings;
import io.bitroutes.export.CsvPages;
import io.bitroutes.export.ExportSteps;
import io.bitroutes.export.ScheduledExport;
import io.bitroutes.export.ScheduledExports;
import io.bitroutes.export.SchedulesFile;
import io.bitroutes.http.HttpConnections;
import io.bitroutes.http.Wire;
import io.bitroutes.http.WireHeaders;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.component.properties.PropertiesComponent;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.apache.camel.model.ModelCamelContext;

/** Camel with our routes in it: what they refer to, and what they are made from for each operation and resource. */
final class RoutesContext {
    private static final Duration WORK_DELAY = Duration.ofMillis(250);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration LONGEST_INBOX_DELAY = Duration.ofSeconds(1);
    private static final Duration LONGEST_EXPORT_LOOK = Duration.ofSeconds(1);
    private static final String QUESTIONS_AT_A_TIME = "4";
    private static final int CONNECTIONS_BESIDE_WORKERS = 4;
    private static final List<String> TEMPLATES = List.of("inbox", "trial", "work", "ask", "bus");
    private static final List<String> ROUTES = List.of("call", "deliver", "settle", "dead-letter", "probe");

    private final Main main = new Main();
    private final Settings settings;
    private final Texts texts;
    private final List<String> only;

    /** @param only the ids of the only routes wanted; none = all */
    RoutesContext(Settings settings, Texts texts, String... only) throws IOException {
        this.settings = settings;
        this.texts = texts;
        this.only = List.of(only);
        // Camel's own waits at the end of the process until somebody has stopped it, for 15 s longer than a stop may
        // take.
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.setDefaultPropertyPlaceholderLocation("false");
        settings.bus().beans().forEach(main::addInitialProperty);
        main.configure().setAutowiredEnabled(false);
        main.configure().setShutdownLogInflightExchangesOnTimeout(false);
        main.configure()
                .withAutoConfigurationEnvironmentVariablesEnabled(false)
                .withAutoConfigurationSystemPropertiesEnabled(false)
                .withName("bitanswer-routes")
                .withRoutesIncludePattern(RouteFiles.pattern(settings.home().routes(), texts))
                .withRoutesExcludePattern("**/" + SchedulesFile.NAME);
        if (only.length > 0) {
            main.configure().setRouteFilterIncludePattern(String.join(",", only));
        }
        main.init();
        prepare(main.getCamelContext());
    }

    CamelContext camel() {
        return main.getCamelContext();
    }

    private void prepare(CamelContext camel) {
        camel.getShutdownStrategy().setTimeUnit(TimeUnit.MILLISECONDS);
        camel.getShutdownStrategy().setTimeout(settings.home().shutdownTimeout().toMillis());
        PropertiesComponent properties = (PropertiesComponent) camel.getPropertiesComponent();
        properties.setEnvironmentVariableMode(PropertiesComponent.ENVIRONMENT_VARIABLES_MODE_NEVER);
        properties.setSystemPropertiesMode(PropertiesComponent.SYSTEM_PROPERTIES_MODE_NEVER);
        properties.setInitialProperties(routeProperties());
        HttpConnections.configure(
                camel,
                settings.api().connectTimeout(),
                settings.api().responseTimeout(),
                settings.send().concurrency() + CONNECTIONS_BESIDE_WORKERS);
    }

    private Properties routeProperties() {
        Duration settle = settings.inbox().settle();
        Duration inboxDelay = settle.compareTo(LONGEST_INBOX_DELAY) < 0 ? settle : LONGEST_INBOX_DELAY;
        Properties properties = new Properties();
        properties.setProperty("bitanswer.home", settings.home().home().toString());
        properties.setProperty("bitanswer.base-url", settings.api().baseUrl().toString());
        properties.setProperty("bitanswer.inbox.delay", millis(inboxDelay));
        properties.setProperty("bitanswer.work.delay", millis(WORK_DELAY));
        properties.setProperty("bitanswer.work.pause", PAUSE_AFTER_FAILURE.toString());
        properties.setProperty(
                "bitanswer.send.batch-size", String.valueOf(settings.send().batchSize()));
        properties.setProperty("bitanswer.bus.linger", millis(settings.bus().linger()));
        properties.setProperty(
                "bitanswer.bus.consumers", String.valueOf(settings.bus().consumers()));
        properties.setProperty("bitanswer.ask.consumers", QUESTIONS_AT_A_TIME);
        properties.setProperty(
                "bitanswer.outage.probe-interval", millis(settings.retry().probeInterval()));
        Duration thirdOfLease = settings.home().lease().dividedBy(3);
        properties.setProperty(
                "bitanswer.export.look",
                millis(thirdOfLease.compareTo(LONGEST_EXPORT_LOOK) < 0 ? thirdOfLease : LONGEST_EXPORT_LOOK));
        return properties;
    }

    private static String millis(Duration duration) {
        return String.valueOf(Math.max(1, duration.toMillis()));
    }

    /**
     * Makes what the routes name known to them.
     *
     * @param taken which names in an inbox are taken
     */
    void bind(Parts parts, ExecutorService deliverers, Predicate<String> taken) {
        main.bind("claim", parts.claimStrategy);
        main.bind("inboxNames", (GenericFileFilter<?>) file -> taken.test(file.getFileNameOnly()));
        main.bind("settled", parts.trialStrategy);
        main.bind("trials", parts.trials);
        main.bind("inboxPolls", parts.limits.polls);
        main.bind("turns", parts.limits.turns);
        main.getCamelContext().addRoutePolicyFactory((camel, id, route) -> parts.limits.turns);
        main.bind("outageNote", parts.outageNote);
        main.bind("gate", parts.gate);
        main.bind("jobs", parts.jobs);
        main.bind("preparation", parts.preparation);
        main.bind("feeds", parts.feeds);
        main.bind("deliverers", deliverers);
        main.bind("deliverer", new CountedDeliverer(parts.deliverer, parts.metrics));
        main.bind("settlement", parts.settlement);
        main.bind("outage", parts.client.outage());
        bindCalls(parts.wire);
    }

    /** The same for the exports that are scheduled. */
    void bindExports(ScheduledExports exports) {
        main.bind("exports", exports);
    }

    /** The same for what calls BitAnswer, and for the exports, which need nothing else. */
    void bindCalls(Wire wire) {
        bindStep("requestToWire", wire::write);
        bindStep("answerFromWire", wire::read);
        main.bind("wireHeaders", new WireHeaders());
        ExportSteps export = new ExportSteps();
        main.bind("export", export);
        bindStep("nextPage", export::nextPage);
        bindStep("pageToCsv", export::toCsv);
        bindStep("appendCsv", export::append);
        bindStep("appendJson", export::appendJson);
        main.bind("csvPages", new CsvPages());
    }

    private void bindStep(String name, Processor step) {
        main.bind(name, step);
    }

    /**
     * Starts the routes that stand by themselves.
     *
     * @throws IOException if one of those the program needs is not among them
     */
    void start() throws IOException {
        main.start();
        for (String template : only.isEmpty() ? TEMPLATES : List.<String>of()) {
            require(template, hasTemplate(template));
        }
        for (String route : only.isEmpty() ? ROUTES : only) {
            require(route, main.getCamelContext().getRoute(route) != null);
        }
    }

    private boolean hasTemplate(String id) {
        return ((ModelCamelContext) main.getCamelContext()).getRouteTemplateDefinition(id) != null;
    }

    private void require(String id, boolean loaded) throws IOException {
        if (!loaded) {
            throw new IOException(texts.of("start.route-missing", id));
        }
    }

    /** Starts one route for each resource's jobs. */
    void startWork(List<String> resources) {
        resources.forEach(resource -> startFrom("work", "work-" + resource, "resource", resource));
    }

    /** Starts one route for each operation's inbox. */
    void startInboxes(List<Operation> operations) {
        operations.forEach(operation -> startFrom("inbox", "inbox-" + operation.id(), "operation", operation.id()));
    }

    /** Starts one route for each operation's trials. */
    void startTrials(List<Operation> operations) {
        operations.forEach(operation -> startFrom("trial", "trial-" + operation.id(), "operation", operation.id()));
    }

    private void startFrom(String template, String routeId, String parameter, String value) {
        startFrom(template, routeId, Map.of(parameter, value));
    }

    /** Makes a route from a template, and starts it. */
    void startFrom(String template, String routeId, Map<String, String> parameters) {
        TemplatedRouteBuilder builder = TemplatedRouteBuilder.builder(main.getCamelContext(), template);
        parameters.forEach(builder::parameter);
        builder.routeId(routeId).add();
    }

    /** Makes something known to routes that are made from now on. */
    void bind(String name, Object bean) {
        main.bind(name, bean);
    }

    /** Starts one route for each scheduled export's hours. */
    void startExports(Collection<ScheduledExport> exports) {
        exports.forEach(export -> TemplatedRouteBuilder.builder(main.getCamelContext(), "export")
                .routeId("export-" + export.id())
                .parameter("id", export.id())
                .parameter("cron", export.cron())
                .parameter("zone", export.zone())
                .add());
    }

    /** The ids of routes that should run and do not. */
    List<String> notRunning() {
        return camel().getRoutes().stream()
                .map(Route::getId)
                .filter(id -> !camel().getRouteController().getRouteStatus(id).isStarted())
                .toList();
    }

    /** Stops all routes, waiting for what is under way, but not for longer than configured. */
    void stop() {
        main.stop();
    }
}
