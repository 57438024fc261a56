package io.bitroutes.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.sandbox.Sandbox;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/**
 * The least that any reader of customers must do, in a process of its own: asks for one page after the other with the
 * HTTP client that camel-http uses, and parses each answer. It writes nothing and looks at nothing.
 */
record PagingLoop(Sandbox sandbox, String bitkey, Path folder, List<String> jvmOptions) {
    private static final int LIMIT = 1000;
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String CLASSES = Stream.of("test-classes", "classes", "lib/*")
            .map(part -> Path.of("target").toAbsolutePath() + "/" + part)
            .collect(Collectors.joining(File.pathSeparator));

    /** Starts it; it ends once it has read as many, so many times. */
    Program spawn(int rows, int times) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", CLASSES, PagingLoop.class.getName()));
        command.addAll(List.of(sandbox.baseUrl().toString(), bitkey, String.valueOf(rows), String.valueOf(times)));
        return Program.spawn(new ProcessBuilder(command), folder);
    }

    public static void main(String[] arguments) throws IOException {
        int wanted = Integer.parseInt(arguments[2]);
        for (int time = 0; time < Integer.parseInt(arguments[3]); time++) {
            int read = read(arguments[0], arguments[1], wanted);
            if (read != wanted) {
                throw new IllegalStateException(read + " customers instead of " + wanted);
            }
        }
    }

    private static int read(String baseUrl, String bitkey, int wanted) throws IOException {
        JsonMapper json = new JsonMapper();
        int read = 0;
        try (CloseableHttpClient client = HttpClients.createDefault()) {
            for (int offset = 0; offset < wanted; offset += LIMIT) {
                HttpGet get = new HttpGet(baseUrl + "/customers?offset=" + offset + "&limit=" + LIMIT);
                get.setHeader("bitkey", bitkey);
                JsonNode page = client.execute(
                        get, response -> json.readTree(response.getEntity().getContent()));
                read += page.path("data").path("items").size();
            }
        }
        return read;
    }
}
