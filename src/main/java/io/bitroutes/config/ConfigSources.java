package io.bitroutes.config;

import io.bitroutes.config.Given.Origin;
import io.bitroutes.config.Given.Place;
import io.bitroutes.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/**
 * Where the configuration comes from: a properties file, then the environment, then system properties, then values set
 * by the program; the later wins. A value without a visible character counts as not given. Immutable.
 */
public final class ConfigSources {
    static final Key<Path> FILE = Key.open("config", "`application.properties` beside the jar", Kinds.path());

    private static final String DEFAULT_FILE = "application.properties";
    /** A shorter key stands in ordinary words by chance. */
    private static final int SHORTEST_SECRET = 8;

    private final List<Given> given;
    private final Optional<Path> file;
    private final List<Function<Texts, String>> problems;

    private ConfigSources(List<Given> given, Optional<Path> file, List<Function<Texts, String>> problems) {
        this.given = List.copyOf(given);
        this.file = file;
        this.problems = List.copyOf(problems);
    }

    /** File, environment and system properties of this process. */
    public static ConfigSources ofThisProcess() {
        return of(System.getenv(), System.getProperties(), JarFolder.ofThisProgram());
    }

    /**
     * File, environment and system properties as given.
     *
     * @param folder where {@code application.properties} is looked for unless {@code bitanswer.config} names a file
     */
    public static ConfigSources of(Map<String, String> environment, Properties system, Optional<Path> folder) {
        List<Given> outer = new ArrayList<>(fromEnvironment(environment));
        outer.addAll(fromProperties(system, name -> new Origin(Place.SYSTEM_PROPERTY, name)));
        Optional<Path> file = file(last(outer, FILE.full()), folder);
        Optional<PropertiesFile> read = file.map(PropertiesFile::read);
        List<Given> all = new ArrayList<>();
        read.ifPresent(properties -> all.addAll(fromProperties(
                properties.properties(),
                name -> new Origin(Place.FILE, file.get().toString()))));
        all.addAll(outer);
        return new ConfigSources(
                all, file, read.flatMap(PropertiesFile::problem).stream().toList());
    }

    /** Only values set by the program, by their full keys. */
    public static ConfigSources of(Map<String, String> values) {
        return new ConfigSources(List.of(), Optional.empty(), List.of()).with(values);
    }

    /** These sources with values set by the program, which win over all others. */
    public ConfigSources with(Map<String, String> values) {
        List<Given> more = new ArrayList<>(given);
        values.forEach((key, value) -> more.add(new Given(key, value, new Origin(Place.PROGRAM, key))));
        return new ConfigSources(more, file, problems);
    }

    /** The properties file that was read, where there is one. */
    public Optional<Path> file() {
        return file;
    }

    /** What deserves a look but stops nothing: names in the environment that look like keys and are none. */
    public List<String> warnings() {
        return new UnknownKeys(PeopleSettings.texts(this))
                .warnings(given).stream().map(this::withoutKey).toList();
    }

    /** What is wrong with the sources themselves: an unreadable file, unknown keys. */
    List<String> problems(Texts texts) {
        List<String> all = new ArrayList<>();
        problems.forEach(problem -> all.add(problem.apply(texts)));
        all.addAll(new UnknownKeys(texts).problems(given));
        return all;
    }

    /** A text for people, with every value hidden that was given as the key. */
    String withoutKey(String text) {
        return given.stream()
                .filter(value -> value.key().equals(ApiSettings.BITKEY.full()))
                .filter(value -> value.text().length() >= SHORTEST_SECRET)
                .reduce(text, (left, value) -> left.replace(value.text(), "[key]"), (one, other) -> other);
    }

    Optional<Given> find(Key<?> key) {
        return last(given, key.full());
    }

    /** The winning values of all keys with a prefix, by the rest of the key. */
    Map<String, Given> under(String prefix) {
        Map<String, Given> found = new LinkedHashMap<>();
        given.stream()
                .filter(value -> value.key().startsWith(prefix) && value.isSet())
                .forEach(value -> found.put(value.key().substring(prefix.length()), value));
        return found;
    }

    private static Optional<Given> last(List<Given> values, String key) {
        return values.stream()
                .filter(value -> value.key().equals(key) && value.isSet())
                .reduce((earlier, later) -> later);
    }

    private static List<Given> fromEnvironment(Map<String, String> environment) {
        return environment.keySet().stream()
                .sorted()
                .filter(name -> name.startsWith(UnknownKeys.VARIABLE_PREFIX))
                .map(name ->
                        new Given(Keys.ofVariable(name), environment.get(name), new Origin(Place.ENVIRONMENT, name)))
                .toList();
    }

    private static List<Given> fromProperties(Properties properties, Function<String, Origin> origin) {
        return properties.stringPropertyNames().stream()
                .sorted()
                .filter(name -> name.startsWith(Key.PREFIX) || name.startsWith(BusSettings.BEANS))
                .map(name -> new Given(name, properties.getProperty(name), origin.apply(name)))
                .toList();
    }

    /** A file that was asked for must be there; the default one is read if it is. */
    private static Optional<Path> file(Optional<Given> asked, Optional<Path> folder) {
        return asked.isPresent()
                ? asked.flatMap(value -> FILE.kind().parse().apply(value.text()))
                : folder.map(path -> path.resolve(DEFAULT_FILE)).filter(Files::isRegularFile);
    }
}
