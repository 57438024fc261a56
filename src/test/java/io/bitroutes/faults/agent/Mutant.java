package io.bitroutes.faults.agent;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.bitroutes.batch.Batch;
import io.bitroutes.batch.Outcome;
import io.bitroutes.batch.Outcomes;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** One guarantee broken on purpose, in one class. The checker of the fault suite must notice each. */
// An advice assigns what it does not read; a matcher does not change.
@SuppressWarnings({"UnusedVariable", "ImmutableEnumChecker"})
public enum Mutant {
    /** A file gets its name before its content is on disk. */
    NAME_BEFORE_CONTENT("io.bitroutes.record.DurableFile", named("publish"), NameBeforeContent.class),
    /** Two requests with the same key may be in flight. */
    NO_FENCE("io.bitroutes.batch.Fence$Ticket", named("isFirst"), NoFence.class),
    /** Every try has a request id of its own. */
    ID_PER_TRY("io.bitroutes.http.ApiRequest", named("requestId"), IdPerTry.class),
    /** A batch counts as confirmed before it is sent. */
    OUTCOME_BEFORE_ANSWER(
            "io.bitroutes.deliver.Deliverer", named("outcome").and(takesArguments(2)), OutcomeBeforeAnswer.class),
    /** A refusal is believed without proof that the key works. */
    NO_PROOF_OF_THE_KEY("io.bitroutes.http.ApiClient", named("keyWorksSince"), NoProofOfTheKey.class);

    private final String type;
    private final ElementMatcher<? super MethodDescription> method;
    private final Class<?> advice;

    Mutant(String type, ElementMatcher<? super MethodDescription> method, Class<?> advice) {
        this.type = type;
        this.method = method;
        this.advice = advice;
    }

    public String type() {
        return type;
    }

    public ElementMatcher<? super MethodDescription> method() {
        return method;
    }

    Class<?> advice() {
        return advice;
    }

    /** The name first; so that whoever looks has time to see it, the content a moment later. */
    static final class NameBeforeContent {
        private NameBeforeContent() {}

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean instead(
                @Advice.FieldValue("hidden") Path hidden,
                @Advice.FieldValue("target") Path target,
                @Advice.FieldValue("stream") OutputStream stream,
                @Advice.FieldValue("channel") FileChannel channel,
                @Advice.FieldValue(value = "published", readOnly = false) boolean published)
                throws Exception {
            Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
            // part of the fault, no wait of a test: the file stands there half-written for so long
            Thread.sleep(300);
            stream.flush();
            channel.close();
            published = true;
            return true;
        }
    }

    static final class NoFence {
        private NoFence() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean first) {
            first = true;
        }
    }

    static final class IdPerTry {
        private IdPerTry() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) String id) {
            id = id.isEmpty() ? id : UUID.randomUUID().toString().replace("-", "");
        }
    }

    static final class OutcomeBeforeAnswer {
        private OutcomeBeforeAnswer() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) Batch batch, @Advice.FieldValue("ledger") Outcomes ledger) {
            ledger.done(new Outcome(batch.job(), batch.number(), batch.size(), List.of(), 1, 0));
        }
    }

    static final class NoProofOfTheKey {
        private NoProofOfTheKey() {}

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean instead() {
            return true;
        }

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean works) {
            works = true;
        }
    }
}
