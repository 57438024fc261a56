package io.bitroutes.it;

import jakarta.jms.JMSException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The {@link BusProgram}, which these classes share by turns. No test leaves a dead letter to the next. */
@Timeout(300)
@ResourceLock("the program of the bus")
// One thread for all of them: nobody waits for the lock.
@Execution(ExecutionMode.SAME_THREAD)
abstract class BusTestBase extends SandboxTestBase {
    static final String REPLACE = "bitanswer.customers.replace";
    static final String DEAD_LETTERS = "bitanswer.deadletter";

    int port;
    Queues queues;

    @RegisterExtension
    final BeforeAllCallback join = context -> join(BusProgram.sharedBy(context));

    private void join(BusProgram shared) throws JMSException {
        sandbox = shared.sandbox();
        launch = shared.launch();
        program = shared.program();
        port = shared.port();
        queues = Queues.of(artemis());
    }

    final ActiveMQConnectionFactory artemis() {
        return new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port);
    }

    @BeforeEach
    void forgetDeadLetters() throws JMSException {
        queues.empty(DEAD_LETTERS);
    }

    @AfterAll
    void leave() throws JMSException {
        queues.close();
    }

    static String customer(String name) {
        return "{\"name\":\"" + name + "\"}";
    }
}
