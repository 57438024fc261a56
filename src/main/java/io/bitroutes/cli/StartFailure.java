package io.bitroutes.cli;

import io.bitroutes.config.ConfigException;
import java.nio.file.FileSystemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says why a command could not run: what to mend, without a stack trace unless debugging. */
final class StartFailure implements IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(StartFailure.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof ConfigException wrong) {
            wrong.problems().forEach(System.err::println);
        } else {
            System.err.println(rootOf(failure));
            LOG.debug("could not run", failure);
        }
        return ExitCode.COULD_NOT_RUN;
    }

    /** The innermost cause says what is wrong; what is around it says only that something is. */
    static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof StartException)) {
            root = root.getCause();
        }
        boolean speaksForItself = root.getMessage() != null && !(root instanceof FileSystemException);
        return speaksForItself ? root.getMessage() : root.toString();
    }
}
