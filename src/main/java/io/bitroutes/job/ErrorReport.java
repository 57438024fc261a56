package io.bitroutes.job;

/** Why a file is refused whole, for programs. */
record ErrorReport(
        String job,
        String operation,
        String file,
        String found,
        String where,
        String expected,
        String claimedAt,
        String refusedAt) {}
