package io.bitroutes.config;

import io.bitroutes.text.Texts;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/**
 * A properties file in UTF-8, with or without byte order mark.
 *
 * @param properties what it says; nothing when it cannot be read
 * @param problem why it cannot be read
 */
record PropertiesFile(Properties properties, Optional<Function<Texts, String>> problem) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    static PropertiesFile read(Path file) {
        try {
            return new PropertiesFile(parse(Files.readString(file, StandardCharsets.UTF_8)), Optional.empty());
        } catch (NoSuchFileException e) {
            return broken(texts -> texts.of("config.file.missing", file));
        } catch (CharacterCodingException e) {
            return broken(texts -> texts.of("config.file.charset", file));
        } catch (IllegalArgumentException e) {
            return broken(texts -> texts.of("config.file.escape", file, e.getMessage()));
        } catch (IOException e) {
            return broken(texts -> texts.of("config.file.unreadable", file, e));
        }
    }

    private static Properties parse(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text));
        return properties;
    }

    private static PropertiesFile broken(Function<Texts, String> problem) {
        return new PropertiesFile(new Properties(), Optional.of(problem));
    }
}
