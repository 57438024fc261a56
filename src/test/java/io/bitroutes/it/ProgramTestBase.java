package io.bitroutes.it;

import io.bitroutes.sandbox.ReceivedRequest;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One sandbox and one running program for all tests of a class; the sandbox forgets between them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProgramTestBase {
    static final String BITKEY = "sandbox";

    Sandbox sandbox;
    Launch launch;
    Program program;
    HomeFolder home;

    /** What the program logged is half of the story of a failed test. */
    @RegisterExtension
    final AfterTestExecutionCallback tell = context -> context.getExecutionException()
            .ifPresent(failure -> System.out.println(context.getDisplayName() + ", logged:\n" + program.errors()));

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

    @BeforeEach
    void forget() {
        sandbox.faults().clear();
        sandbox.state().clear();
        sandbox.clearRequests();
        CustomerFile.seedOwner(sandbox);
    }

    @AfterAll
    void stop() {
        if (program != null) {
            program.close();
        }
        sandbox.close();
    }

    /** The requests of an operation since the test began. */
    final List<ReceivedRequest> requests(String operation) {
        return sandbox.requests().stream()
                .filter(request -> request.is(operation))
                .toList();
    }
}
