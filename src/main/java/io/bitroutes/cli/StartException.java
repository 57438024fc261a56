package io.bitroutes.cli;

import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Why the program cannot start, and what to do, in the readers' language: nothing beneath says it better. */
final class StartException extends IOException {
    private static final long serialVersionUID = 1L;

    StartException(String message) {
        super(message);
    }

    StartException(String message, Throwable cause) {
        super(message, cause);
    }

    /** @param key what names the folder in the configuration */
    static StartException ofFolder(Texts texts, Path folder, String key, FileSystemException failure) {
        return new StartException(texts.of("start.folder", folder, failure, key), failure);
    }
}
