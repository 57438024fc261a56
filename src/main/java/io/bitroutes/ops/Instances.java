package io.bitroutes.ops;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The names of the processes that work with one home: {@code host-pid}. */
final class Instances {
    private static final String HOST = host();

    private Instances() {}

    static String own() {
        return HOST + "-" + ProcessHandle.current().pid();
    }

    /** Whether that one ran on this machine, and does no more. */
    static boolean isDeadHere(String name) {
        String prefix = HOST + "-";
        String pid = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
        return pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9._-]", "_");
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
