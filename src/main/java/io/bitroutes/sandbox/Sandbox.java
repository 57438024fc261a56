package io.bitroutes.sandbox;

import io.bitroutes.api.Operations;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;

/**
 * A BitAnswer to try against: all operations of the catalogue over real HTTP, with a memory. Runs from {@link #start} to
 * {@link #close}; safe for use by many threads.
 */
public final class Sandbox implements AutoCloseable {
    private final ExecutorService workers = Workers.start();
    private final SandboxOptions options;
    private final SandboxState state;
    private final RequestLog log;
    private final Oracle oracle;
    private final Listener listener;
    private final Faults faults;

    private Sandbox(SandboxOptions options, Operations operations) {
        this.options = options;
        state = new SandboxState(operations, options);
        log = new RequestLog(options.keepRequests());
        oracle = new Oracle(options.keepOracle());
        listener = new Listener(new InetSocketAddress(options.host(), options.port()), workers);
        faults = new Faults(listener);
    }

    /**
     * Starts a sandbox; it serves when this returns.
     *
     * @throws IOException if the port is taken, or the address is not one of this machine
     */
    public static Sandbox start(SandboxOptions options) throws IOException {
        Operations operations = Operations.load();
        Sandbox sandbox = new Sandbox(options, operations);
        Reception reception = new Reception(new Router(operations), sandbox.log, options);
        BackOffice backOffice = new BackOffice(sandbox.state, options, sandbox.oracle);
        sandbox.listener.start(new Counter(reception, backOffice, sandbox.faults, options));
        return sandbox;
    }

    /** Where it is, without a slash at the end: {@code http://127.0.0.1:8081/bitanswer/api}. */
    public URI baseUrl() {
        return URI.create("http://" + options.host() + ":" + listener.address().getPort() + Reception.BASE_PATH);
    }

    /** What it holds, to be read and seeded. */
    public SandboxState state() {
        return state;
    }

    /** What goes wrong, and when. */
    public Faults faults() {
        return faults;
    }

    /** A copy of the requests so far, oldest first: all that came in whole, failed ones too. */
    public List<ReceivedRequest> requests() {
        return log.copy();
    }

    /** Forgets the requests so far; their numbers go on. */
    public void clearRequests() {
        log.clear();
    }

    /** A copy of all records accepted so far, in the order in which they were applied; repeats are not in it. */
    public List<AppliedRecord> oracle() {
        return oracle.copy();
    }

    /** Stops at once; requests under way get no answer. */
    @Override
    public void close() {
        listener.close();
        workers.shutdownNow();
    }
}
