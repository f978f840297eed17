package org.eyrie.lrmf.linalg;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Several threads that work through a list of columns, each taking the next one and waiting for those before it that it
 * needs. What a column becomes depends on those alone, hence the number of threads changes no digit. A column needs only
 * columns that somebody has taken, so that nobody waits for ever.
 */
final class Team {

    /** Works on one column after the other. */
    @FunctionalInterface
    interface Member {

        /** Does one column; false where that cannot be done, and then everyone stops. */
        boolean work(int ticket);
    }

    /** Less work than this, in block products, is not worth waking anybody: about ten milliseconds. */
    private static final long LEAST_WORK = 20_000;

    private static final int CHECKED_EVERY = 64;
    private static final int SPINS = 2_000;
    private static final long PAUSE_NANOS = 20_000;

    private final int tickets;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicIntegerArray done;
    private final boolean alone;
    private volatile boolean stopped;
    private volatile @Nullable RuntimeException failure;

    private Team(int tickets, boolean alone) {
        this.tickets = tickets;
        this.alone = alone;
        this.done = new AtomicIntegerArray(alone ? 0 : tickets);
    }

    /** A team of one, to whom nobody hands tickets. */
    static Team alone() {
        return new Team(0, true);
    }

    /**
     * Does all tickets.
     *
     * @param work of all together, in block products
     * @param check asked now and then from the calling thread; may throw to end the work
     * @param member makes a member of the team, with a workspace of its own
     * @return whether all went well
     */
    static boolean run(int tickets, long work, Runnable check, Function<Team, Member> member) {
        int helpers = work < LEAST_WORK ? 0 : ForkJoinPool.getCommonPoolParallelism();
        Team team = new Team(tickets, helpers == 0);
        List<ForkJoinTask<?>> running = new ArrayList<>();
        for (int k = 0; k < helpers; k++) {
            running.add(ForkJoinPool.commonPool().submit(() -> team.help(member.apply(team))));
        }
        try {
            team.work(member.apply(team), check);
        } finally {
            running.forEach(helper -> {
                if (!helper.tryUnfork() || !helper.cancel(false)) {
                    helper.quietlyJoin();
                }
            });
        }
        RuntimeException failure = team.failure;
        if (failure != null) {
            throw failure;
        }
        return !team.stopped;
    }

    private void help(Member member) {
        try {
            work(member, () -> {});
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void work(Member member, Runnable check) {
        boolean well = false;
        try {
            for (int ticket = next.getAndIncrement(); ticket < tickets && !stopped; ticket = next.getAndIncrement()) {
                if (ticket % CHECKED_EVERY == 0) {
                    check.run();
                }
                if (!member.work(ticket)) {
                    return;
                }
                if (!alone) {
                    done.setRelease(ticket, 1);
                }
            }
            well = true;
        } finally {
            if (!well) {
                stopped = true;
            }
        }
    }

    /** Waits until a ticket is done; returns at once where the work has been given up. */
    void await(int ticket) {
        if (alone) {
            return;
        }
        int spins = 0;
        while (done.getAcquire(ticket) == 0 && !stopped) {
            if (++spins < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
