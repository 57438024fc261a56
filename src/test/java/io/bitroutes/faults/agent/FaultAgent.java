package io.bitroutes.faults.agent;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;

/**
 * Changes classes of the program while they are loaded. The argument is {@code point=<class>#<method>#enter|exit#<nth>,
 * file=<to be written when it is reached>}, or {@code mutant=<name>}.
 */
public final class FaultAgent {
    private FaultAgent() {}

    public static void premain(String argument, Instrumentation instrumentation) {
        Map<String, String> options = new HashMap<>();
        for (String option : argument.split(",", -1)) {
            int equals = option.indexOf('=');
            options.put(option.substring(0, equals), option.substring(equals + 1));
        }
        if (options.containsKey("mutant")) {
            Mutant mutant = Mutant.valueOf(options.get("mutant"));
            advise(instrumentation, mutant.type(), mutant.method(), mutant.advice());
        } else {
            String[] point = options.get("point").split("#", -1);
            Stop.arm(Integer.parseInt(point[3]), Path.of(options.get("file")));
            Class<?> advice = point[2].equals("enter") ? StopAtEnter.class : StopAtExit.class;
            advise(instrumentation, point[0], named(point[1]), advice);
        }
    }

    private static void advise(
            Instrumentation instrumentation,
            String type,
            ElementMatcher<? super MethodDescription> method,
            Class<?> advice) {
        instrumentation.addTransformer(new ClassFileTransformer() {
            @Override
            public byte[] transform(
                    ClassLoader loader, String name, Class<?> before, ProtectionDomain domain, byte[] content) {
                return type.replace('.', '/').equals(name) ? changed(type, method, advice, loader, content) : null;
            }
        });
    }

    /** What a transformer throws nobody hears: it is said here. */
    private static byte[] changed(
            String type,
            ElementMatcher<? super MethodDescription> method,
            Class<?> advice,
            ClassLoader loader,
            byte[] content) {
        try {
            ClassFileLocator source = new ClassFileLocator.Compound(
                    ClassFileLocator.Simple.of(type, content), ClassFileLocator.ForClassLoader.of(loader));
            TypeDescription described =
                    TypePool.Default.of(source).describe(type).resolve();
            return new ByteBuddy()
                    .redefine(described, source)
                    .visit(Advice.to(advice).on(method))
                    .make()
                    .getBytes();
        } catch (RuntimeException | Error e) {
            e.printStackTrace();
            throw e;
        }
    }

    /** Before the method does anything. */
    static final class StopAtEnter {
        private StopAtEnter() {}

        @Advice.OnMethodEnter
        static void enter() {
            Stop.here();
        }
    }

    /** When the method has done everything, and its caller nothing of what follows. */
    static final class StopAtExit {
        private StopAtExit() {}

        @Advice.OnMethodExit
        static void exit() {
            Stop.here();
        }
    }
}
