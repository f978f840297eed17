package org.eyrie.embedded;

import java.nio.file.Path;

/** A program that starts a database and then holds it until it is killed, for tests of what remains. */
final class Holder {

    private Holder() {}

    /** Prints the address, the password and the pid of the database once it runs. */
    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedNeo4j database = EmbeddedNeo4j.start(
                EmbeddedSettings.in(Path.of(arguments[0])).withMemory(256, 32), line -> {}, line -> {});
        System.out.println("READY " + database.boltUri() + " " + database.password() + " " + database.pid());
        Thread.currentThread().join();
    }
}
