package org.eyrie.sources.card;

import java.io.IOException;
import org.eyrie.model.ModelId;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.text.FileSource;
import org.eyrie.sources.text.Input;
import org.eyrie.sources.text.Whole;

/** A model card, {@code README.md}: direct parents, licence and reported scores out of its front matter. */
public final class CardSource extends FileSource {

    private static final int MAX_LENGTH = 4_000_000;

    private final ModelId model;

    /** @param model whose card it is; the card does not say */
    public CardSource(Input input, ModelId model) {
        super(input);
        this.model = model;
    }

    @Override
    public void read(FactSink sink) throws IOException {
        Place place = whole();
        ModelCard.parse(place, Whole.text(input, MAX_LENGTH)).facts(model, place, sink);
        sink.reached(input.bytes(), input.bytes());
    }
}
