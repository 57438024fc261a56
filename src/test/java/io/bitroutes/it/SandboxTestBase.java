package io.bitroutes.it;

import io.bitroutes.sandbox.ReceivedRequest;
import io.bitroutes.sandbox.Sandbox;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A sandbox and a running program, wherever they come from; the sandbox forgets between the tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SandboxTestBase {
    static final String BITKEY = "sandbox";

    Sandbox sandbox;
    Launch launch;
    Program program;

    /** What the program logged is half of the story of a failed test. */
    @RegisterExtension
    final AfterTestExecutionCallback tell = context -> context.getExecutionException()
            .ifPresent(failure -> System.out.println(context.getDisplayName() + ", logged:\n" + program.errors()));

    @BeforeEach
    void forget() {
        sandbox.faults().clear();
        sandbox.state().clear();
        sandbox.clearRequests();
        CustomerFile.seedOwner(sandbox);
    }

    /** The requests of an operation since the test began. */
    final List<ReceivedRequest> requests(String operation) {
        return sandbox.requests().stream()
                .filter(request -> request.is(operation))
                .toList();
    }
}
