package org.eyrie.develop.world;

import java.util.List;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentLedger;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.model.development.FailedRun;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.Proposal;
import org.eyrie.model.development.RunOrder;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.model.development.SearchState;

/** A ledger whose program dies at one of its writes, before or after that arrived, and is dead from then on. */
public final class KilledLedger implements DevelopmentLedger {

    /** What a dead program throws. */
    public static final class DeadException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final DevelopmentLedger ledger;
    private final int deadly;
    private final boolean arrives;
    private int writes;

    /**
     * @param deadly number of the write, from 0
     * @param arrives whether that one still arrives
     */
    public KilledLedger(DevelopmentLedger ledger, int deadly, boolean arrives) {
        this.ledger = ledger;
        this.deadly = deadly;
        this.arrives = arrives;
    }

    /** How many writes there were. */
    public int writes() {
        return writes;
    }

    private void write(Runnable write) {
        int number = writes++;
        if (number < deadly || (number == deadly && arrives)) {
            write.run();
        }
        if (number >= deadly) {
            throw new DeadException();
        }
    }

    @Override
    public void begin(DevelopmentPlan plan) {
        ledger.begin(plan);
    }

    @Override
    public SearchRecord read(DevelopmentId id) {
        return ledger.read(id);
    }

    @Override
    public SearchState state(DevelopmentId id) {
        return ledger.state(id);
    }

    @Override
    public List<DevelopmentId> all() {
        return ledger.all();
    }

    @Override
    public void proposed(DevelopmentId id, List<Proposal> proposals) {
        write(() -> ledger.proposed(id, proposals));
    }

    @Override
    public void ordered(DevelopmentId id, List<RunOrder> orders) {
        write(() -> ledger.ordered(id, orders));
    }

    @Override
    public void ran(DevelopmentId id, ItemRun run, double seconds) {
        write(() -> ledger.ran(id, run, seconds));
    }

    @Override
    public void failed(DevelopmentId id, FailedRun failure, double seconds) {
        write(() -> ledger.failed(id, failure, seconds));
    }

    @Override
    public void turn(DevelopmentId id, SearchState state) {
        write(() -> ledger.turn(id, state));
    }

    @Override
    public void finished(DevelopmentId id, String leader, String reason) {
        write(() -> ledger.finished(id, leader, reason));
    }

    @Override
    public boolean lease(DevelopmentId id, String runner, double seconds) {
        return ledger.lease(id, runner, seconds);
    }
}
