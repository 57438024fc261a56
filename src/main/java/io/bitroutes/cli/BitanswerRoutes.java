package io.bitroutes.cli;

public final class BitanswerRoutes {
    private BitanswerRoutes() {}

    public static void main(String[] arguments) {}
}
