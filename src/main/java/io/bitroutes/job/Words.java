package io.bitroutes.job;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What went wrong, in the few words of its innermost cause. */
final class Words {
    private Words() {}

    static String of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof FileSystemException file) {
            return reason(file);
        }
        if (root.getMessage() == null) {
            return root.getClass().getSimpleName();
        }
        return root.getClass() == IOException.class
                ? root.getMessage()
                : root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    /** Java says for some of them only which file it was. */
    private static String reason(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return failure.getFile() + ": not there";
        }
        if (failure instanceof AccessDeniedException) {
            return failure.getFile() + ": access denied";
        }
        return failure.getFile() + ": " + failure.getReason();
    }
}
