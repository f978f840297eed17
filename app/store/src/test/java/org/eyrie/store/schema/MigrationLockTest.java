package org.eyrie.store.schema;

import static org.assertj.core.api.Assertions.assertThat;

import ac.simons.neo4j.migrations.core.MigrationsException;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.SecurityException;

class MigrationLockTest {

    private static final String IN_2_17_3 =
            "Cannot create __Neo4jMigrationsLock node. Likely another migration is going on or has crashed";

    @Test
    void aHeldLockIsToldByTheLibraryOrByTheDatabaseBelowIt() {
        assertThat(MigrationLock.isHeldAccordingTo(new MigrationsException(IN_2_17_3)))
                .isTrue();
        assertThat(MigrationLock.isHeldAccordingTo(new MigrationsException(
                        "A script failed", new ClientException("A constraint on :__Neo4jMigrationsLock is made"))))
                .isTrue();
    }

    @Test
    void otherFailuresAreNotWaitedFor() {
        assertThat(MigrationLock.isHeldAccordingTo(new MigrationsException("The checksum differs")))
                .isFalse();
        assertThat(MigrationLock.isHeldAccordingTo(new ClientException("Syntax error")))
                .isFalse();
    }

    /** A user who may not write would wait for a minute, to be told of the same right then. */
    @Test
    void aUserWithoutTheRightToMakeTheLockIsToldAtOnce() {
        SecurityException refusal = new SecurityException(
                "Neo.ClientError.Security.Forbidden",
                "Create node with labels '__Neo4jMigrationsLock' on database 'neo4j' is not allowed");
        assertThat(MigrationLock.isHeldAccordingTo(refusal)).isFalse();
        assertThat(MigrationLock.isHeldAccordingTo(new MigrationsException(IN_2_17_3, refusal)))
                .isFalse();
    }
}
