package io.bitroutes.cli;

import io.bitroutes.config.JarFolder;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Jars that an operator puts into {@code lib/ext} beside the program: clients of brokers that do not come with it. Their
 * classes can be named in {@code camel.beans.…}.
 */
final class ExtensionJars {
    private static final Path FOLDER = Path.of("lib", "ext");

    private ExtensionJars() {}

    /** Makes their classes known to what this thread starts: Camel asks the thread's class loader. */
    static void use() throws IOException {
        Thread thread = Thread.currentThread();
        for (Path program : JarFolder.ofThisProgram().stream().toList()) {
            thread.setContextClassLoader(in(program.resolve(FOLDER), thread.getContextClassLoader()));
        }
    }

    /** A loader that knows the jars of a folder as well; the parent itself where there are none. */
    static ClassLoader in(Path folder, ClassLoader parent) throws IOException {
        if (!Files.isDirectory(folder)) {
            return parent;
        }
        List<URL> jars = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path jar : files) {
                jars.add(jar.toUri().toURL());
            }
        }
        // never closed: its classes are used until the end of the process
        return jars.isEmpty() ? parent : new URLClassLoader(jars.toArray(new URL[0]), parent);
    }
}
