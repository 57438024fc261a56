package io.bitroutes.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Whether this JVM can see every file name. Off Windows one whose {@code sun.jnu.encoding} is not UTF-8 cannot see Chinese
 * ones, whatever {@code file.encoding} says.
 */
final class FileNames {
    private FileNames() {}

    static boolean areUtf8() {
        return System.getProperty("os.name").startsWith("Windows")
                || Charset.forName(encoding()).equals(StandardCharsets.UTF_8);
    }

    static String encoding() {
        return System.getProperty("sun.jnu.encoding");
    }
}
