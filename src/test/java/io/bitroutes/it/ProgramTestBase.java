package io.bitroutes.it;

import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** One sandbox and one running program for all tests of a class. */
abstract class ProgramTestBase extends SandboxTestBase {
    HomeFolder home;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults().withBitkey(BITKEY).withKeepBodies(true));
        launch = configured(Launch.in(folder).against(sandbox, BITKEY));
        home = launch.home();
        program = launch.start();
    }

    /** How the program of this class is started. */
    Launch configured(Launch plain) {
        return plain;
    }

    @AfterAll
    void stop() {
        if (program != null) {
            program.close();
        }
        sandbox.close();
    }
}
