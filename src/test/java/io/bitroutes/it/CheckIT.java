package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckIT {
    private static final String KEY = "a-key-of-the-sandbox";

    @TempDir
    Path folder;

    @Test
    void allIsWellAndNothingIsMade() throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withBitkey(KEY));
                Program check = Launch.in(folder).against(sandbox, KEY).spawn("check")) {
            assertThat(check.exitCode()).as(check.output() + check.errors()).isZero();
            assertThat(check.output().lines()).allMatch(line -> line.startsWith("ok  "));
            assertThat(check.output()).contains("takes the key").doesNotContain(KEY);
            assertThat(folder.resolve("home")).doesNotExist();
        }
    }

    @Test
    void aWrongKeyAndABrokenRouteFileAreNamed() throws IOException {
        Path routes = Files.createDirectory(folder.resolve("routes"));
        Files.copy(Path.of("routes", "call.camel.yaml"), routes.resolve("call.camel.yaml"));
        Files.writeString(routes.resolve("work.camel.yaml"), "- route:\n    id: work\n   from: x\n");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withBitkey("another-key"));
                Program check = Launch.in(folder)
                        .against(sandbox, KEY)
                        .with("ROUTES", routes.toString())
                        .spawn("check")) {
            assertThat(check.exitCode()).isEqualTo(2);
            assertThat(check.output())
                    .contains("WRONG  route files: " + routes.resolve("work.camel.yaml") + ", line 3");
        }
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withBitkey("another-key"));
                Program check = Launch.in(folder).against(sandbox, KEY).spawn("check")) {
            assertThat(check.exitCode()).isEqualTo(2);
            assertThat(check.output())
                    .contains("refuses the key or the account")
                    .doesNotContain(KEY);
        }
    }
}
