package io.bitroutes.config;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** The folder that the program's jar lies in. */
public final class JarFolder {
    private JarFolder() {}

    /** Its path; empty when the program was not loaded from files. */
    public static Optional<Path> ofThisProgram() {
        CodeSource source = JarFolder.class.getProtectionDomain().getCodeSource();
        try {
            return source == null
                    ? Optional.empty()
                    : Optional.ofNullable(Path.of(source.getLocation().toURI()).getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program's own location is not a path: " + source, e);
        }
    }
}
