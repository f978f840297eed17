package org.eyrie.sources.card;

import java.io.IOException;
import org.eyrie.model.ModelId;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.text.Input;
import org.eyrie.sources.text.Whole;

/** A model card, {@code README.md}: direct parents, licence and reported scores out of its front matter. */
public final class CardSource implements Source {

    private static final int MAX_LENGTH = 4_000_000;

    private final Input input;
    private final ModelId model;

    /** @param model whose card it is; the card does not say */
    public CardSource(Input input, ModelId model) {
        this.input = input;
        this.model = model;
    }

    @Override
    public String name() {
        return input.name();
    }

    @Override
    public void read(FactSink sink) throws IOException {
        Place place = Place.of(input.name());
        ModelCard.parse(place, Whole.text(input, MAX_LENGTH)).facts(model, place, sink);
        sink.reached(input.bytes(), input.bytes());
    }
}
