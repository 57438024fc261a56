package io.bitroutes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.bytebuddy.ByteBuddy;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtensionJarsTest {
    private static final ClassLoader OURS = ExtensionJarsTest.class.getClassLoader();

    @TempDir
    Path folder;

    @Test
    void whereThereAreNoneNothingChanges() throws IOException {
        assertThat(ExtensionJars.in(folder.resolve("absent"), OURS)).isSameAs(OURS);
        Files.writeString(folder.resolve("README.txt"), "no jar");
        assertThat(ExtensionJars.in(folder, OURS)).isSameAs(OURS);
    }

    @Test
    void camelFindsTheirClasses() throws IOException {
        new ByteBuddy()
                .subclass(Object.class)
                .name("com.example.Theirs")
                .make()
                .toJar(folder.resolve("theirs.jar").toFile());
        Thread thread = Thread.currentThread();
        thread.setContextClassLoader(ExtensionJars.in(folder, OURS));
        CamelContext camel = new DefaultCamelContext();
        try {
            assertThat(camel.getClassResolver().resolveClass("com.example.Theirs"))
                    .isNotNull();
        } finally {
            camel.stop();
            thread.setContextClassLoader(OURS);
        }
    }
}
