package org.eyrie.lrmf.statistics;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.eyrie.lrmf.learning.PosteriorWorld;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On the derivations of 30,000 real models; the folder that EYRIE_SHARED names has them. */
@Tag("thorough")
class RealLineageInPiecesIT {

    @Test
    void thePosteriorOfARealLineageInPiecesIsThatOfTheWhole() throws IOException {
        assumeTrue(PosteriorWorld.hasReal(), "Skipped: the lineage of real models is not there");
        FieldInPiecesTest.assertSame(PosteriorWorld.real(3), 9);
    }
}
