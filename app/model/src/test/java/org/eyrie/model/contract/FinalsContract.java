package org.eyrie.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.model.contract.SearchSamples.ID;
import static org.eyrie.model.contract.SearchSamples.PLAN;

import java.util.List;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.UnknownSearchException;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentLedger;
import org.eyrie.model.development.FinalScore;
import org.eyrie.model.development.Finalist;
import org.eyrie.model.development.FinalsLedger;
import org.eyrie.model.development.SearchRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How searches were judged: settled first, asked afterwards, once. */
public abstract class FinalsContract {

    private static final Finalist LEADER = new Finalist("alg:z", "base + tau(2)", "leader");
    private static final Finalist PARENT = new Finalist("alg:a", "base + tau(1)", "parent");

    private DevelopmentLedger searches;
    private FinalsLedger finals;

    /** A ledger without searches. */
    protected abstract DevelopmentLedger searches();

    /** The finals of those searches. */
    protected abstract FinalsLedger finals();

    @BeforeEach
    final void startEmpty() {
        searches = searches();
        finals = finals();
        searches.begin(PLAN);
    }

    @Test
    void finalistsAreSettledOnceAndKeepTheirOrder() {
        assertThat(finals.finalists(ID)).isEmpty();
        assertThat(finals.freeze(ID, List.of(LEADER, PARENT))).containsExactly(LEADER, PARENT);
        assertThat(finals.freeze(ID, List.of(PARENT))).containsExactly(LEADER, PARENT);
        assertThat(finals.finalists(ID)).containsExactly(LEADER, PARENT);
    }

    @Test
    void ofTwoScoresOfAFinalistTheFirstCounts() {
        finals.freeze(ID, List.of(LEADER, PARENT));
        FinalScore parent = new FinalScore("alg:a", "011", .66, .5, .75);
        FinalScore leader = new FinalScore("alg:z", "111", 1, .9, 1);
        finals.tested(ID, parent);
        finals.tested(ID, new FinalScore("alg:a", "000", 0, 0, 0));
        assertThat(finals.scores(ID)).containsExactly(parent);
        finals.tested(ID, leader);
        assertThat(finals.scores(ID)).containsExactly(leader, parent);
    }

    @Test
    void whoWasNotSettledIsNotJudged() {
        finals.freeze(ID, List.of(PARENT));
        assertThatThrownBy(() -> finals.tested(ID, new FinalScore("alg:z", "1", 1, 1, 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("alg:z: it is none of the finalists");
        assertThatThrownBy(() -> finals.freeze(new DevelopmentId("other"), List.of(PARENT)))
                .isInstanceOf(UnknownSearchException.class)
                .hasMessageContaining("There are s.");
    }

    @Test
    void whatAPolicySeesIsTheSameBeforeAndAfter() {
        SearchRecord before = searches.read(ID);
        finals.freeze(ID, List.of(LEADER));
        finals.tested(ID, new FinalScore("alg:z", "1", 1, 1, 1));
        assertThat(searches.read(ID)).isEqualTo(before);
    }
}
