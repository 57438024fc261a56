package io.bitroutes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.config.ConfigSources;
import io.bitroutes.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of docker/ name nothing that is not there. */
class ComposeTest {
    private static final Path FOLDER = Path.of("docker");
    private static final String OURS = "bitanswer-routes";
    private static final Pattern SECRET = Pattern.compile("/run/secrets/(\\S+)");
    private static final Pattern COPIED = Pattern.compile("(?m)^COPY (?!--from)(?:--\\S+ )?(\\S+) ");

    private final JsonNode compose = read();

    @Test
    void everySettingIsOneOfTheProgram() throws IOException {
        Map<String, String> environment = new HashMap<>();
        Matcher inImage = Pattern.compile("(BITANSWER_\\w+)=(\\S+)").matcher(dockerfile());
        while (inImage.find()) {
            environment.put(inImage.group(1), inImage.group(2));
        }
        for (JsonNode service : ours()) {
            for (Map.Entry<String, JsonNode> variable :
                    service.path("environment").properties()) {
                environment.put(variable.getKey(), variable.getValue().asText());
            }
        }

        assertThat(environment).containsKeys("BITANSWER_HOME", "BITANSWER_STATE", "BITANSWER_JMS_URL");
        assertThat(ConfigSources.of(environment, new Properties(), Optional.empty())
                        .warnings())
                .isEmpty();
    }

    @Test
    void everyCommandAndOptionIsOneOfTheProgram() {
        List<String> commands = new ArrayList<>();
        for (JsonNode service : ours()) {
            List<String> words = new ArrayList<>();
            service.path("command").forEach(word -> words.add(word.asText()));
            if (!words.isEmpty()) {
                BitanswerRoutes.commandLine().parseArgs(words.toArray(String[]::new));
                commands.add(words.get(0));
            }
        }
        assertThat(commands).containsExactly("sandbox");
    }

    @Test
    void everySecretIsAFileThatItsServiceIsGiven() {
        compose.path("services").forEach(service -> {
            List<String> given = new ArrayList<>();
            service.path("secrets").forEach(secret -> given.add(secret.asText()));
            Matcher used = SECRET.matcher(
                    service.path("environment") + " " + service.path("command").toString());
            List<String> names = new ArrayList<>();
            while (used.find()) {
                names.add(used.group(1).replaceAll("[\",\\]}].*$", ""));
            }
            assertThat(given).containsAll(names);
            given.forEach(name -> assertThat(
                            compose.path("secrets").path(name).path("file").asText())
                    .startsWith("./secrets/"));
        });
    }

    @Test
    void everyVolumeAndFileIsThere() throws IOException {
        compose.path("services").forEach(service -> service.path("volumes").forEach(volume -> {
            String source = volume.asText().split(":", -1)[0];
            if (source.startsWith(".")) {
                assertThat(FOLDER.resolve(source)).exists();
            } else {
                assertThat(compose.path("volumes").has(source)).as(source).isTrue();
            }
        }));
        Matcher copied = COPIED.matcher(dockerfile());
        int count = 0;
        while (copied.find()) {
            assertThat(Path.of(copied.group(1))).exists();
            count++;
        }
        assertThat(count).isGreaterThan(4);
    }

    @Test
    void twoBundlesShareOneHomeAndWaitForAllTheyNeed() {
        for (String name : List.of("bundle-1", "bundle-2")) {
            JsonNode bundle = compose.path("services").path(name);
            assertThat(bundle.path("volumes").toString()).contains("home:/var/lib/bitanswer/home");
            bundle.path("depends_on").fieldNames().forEachRemaining(needed -> assertThat(
                            compose.path("services").has(needed))
                    .isTrue());
        }
    }

    @Test
    void theBrokerIsOfTheVersionOfTheClient() throws IOException {
        Matcher version =
                Pattern.compile("<artemis.version>(.+)</artemis.version>").matcher(pom());
        assertThat(version.find()).isTrue();
        assertThat(compose.at("/services/broker/image").asText())
                .isEqualTo("apache/activemq-artemis:" + version.group(1));
    }

    @Test
    void theHealthOfAContainerIsAskedOnThePortOfTheProgram() throws Exception {
        Matcher check = Pattern.compile("CMD \\[\"/opt/bitanswer-routes/(\\w+)\", \"(\\d+)\", \"/observe/health\"]")
                .matcher(dockerfile());
        assertThat(check.find()).isTrue();
        assertThat(dockerfile()).contains("docker/" + check.group(1) + " /opt/bitanswer-routes/" + check.group(1));
        int port = Settings.from(ConfigSources.of(Map.of("bitanswer.bitkey", "k")))
                .ops()
                .port();
        assertThat(check.group(2)).isEqualTo(String.valueOf(port));
        ours().forEach(service -> assertThat(service.path("environment").has("BITANSWER_OPS_PORT"))
                .isFalse());
    }

    @Test
    void whatIsStartedInAContainerIsAScriptThatBashUnderstands() throws Exception {
        for (String script : List.of("answers", "broker-start")) {
            Process bash = new ProcessBuilder(
                            "bash", "-n", FOLDER.resolve(script).toString())
                    .inheritIO()
                    .start();
            assertThat(bash.waitFor()).as(script).isZero();
        }
    }

    private List<JsonNode> ours() {
        List<JsonNode> ours = new ArrayList<>();
        compose.path("services").forEach(service -> {
            if (service.path("image").asText().equals(OURS)) {
                ours.add(service);
            }
        });
        assertThat(ours).hasSize(3);
        return ours;
    }

    private static String dockerfile() throws IOException {
        return Files.readString(FOLDER.resolve("Dockerfile"));
    }

    private static String pom() throws IOException {
        return Files.readString(Path.of("pom.xml"));
    }

    private static JsonNode read() {
        try {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Files.readString(FOLDER.resolve("compose.yaml")));
            return new JsonMapper().valueToTree(read);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
