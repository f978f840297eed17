package org.eyrie.sources.card;

import java.io.IOException;
import org.eyrie.model.ModelId;
import org.eyrie.sources.benchmarks.KnownScales;
import org.eyrie.sources.conventions.ScaleEvidence;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.text.FileSource;
import org.eyrie.sources.text.Input;
import org.eyrie.sources.text.Whole;

/** A model card, {@code README.md}: direct parents, licence and reported scores out of its front matter. */
public final class CardSource extends FileSource {

    private static final int MAX_LENGTH = 4_000_000;

    private final ModelId model;
    private final ScaleEvidence evidence;

    /** As the other one, with nothing known of scores but what the program brings. */
    public CardSource(Input input, ModelId model) {
        this(input, model, KnownScales.shipped());
    }

    /**
     * @param model whose card it is; the card does not say
     * @param evidence what is known of data sets, to tell shares from percentages
     */
    public CardSource(Input input, ModelId model, ScaleEvidence evidence) {
        super(input);
        this.model = model;
        this.evidence = evidence;
    }

    @Override
    public void read(FactSink sink) throws IOException {
        Place place = whole();
        ModelCard.parse(place, Whole.text(input, MAX_LENGTH)).facts(model, place, evidence, sink);
        sink.reached(input.bytes(), input.bytes());
    }
}
