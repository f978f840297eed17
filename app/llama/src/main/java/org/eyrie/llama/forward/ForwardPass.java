package org.eyrie.llama.forward;

import java.util.ArrayList;
import java.util.List;

/** From tokens to logits. */
final class ForwardPass {

    private final LlamaShape shape;
    private final float[] embedding;
    private final List<DecoderLayer> layers;
    private final RmsNorm norm;
    private final LinearMap head;

    private ForwardPass(LlamaShape shape, TensorShelf tensors) {
        this.shape = shape;
        int vocabulary = shape.vocabulary();
        int width = shape.width();
        embedding = tensors.take("model.embed_tokens.weight", vocabulary, width);
        layers = new ArrayList<>(shape.layers());
        for (int number = 0; number < shape.layers(); number++) {
            layers.add(new DecoderLayer(shape, tensors, number));
        }
        norm = new RmsNorm(tensors.take("model.norm.weight", width), shape.epsilon());
        head = shape.tied()
                ? new LinearMap(embedding, vocabulary, width)
                : tensors.map("lm_head.weight", vocabulary, width);
    }

    /**
     * @param model what messages call the model
     * @throws UnusableModelException if the tensors are not those of the shape, or too many
     */
    static ForwardPass of(String model, LlamaShape shape, TensorSource tensors) {
        TensorShelf shelf = new TensorShelf(model, tensors);
        shelf.checkSize(shape);
        ForwardPass pass = new ForwardPass(shape, shelf);
        shelf.checkAllTaken(shape.tied());
        return pass;
    }

    /**
     * Runs sequences of equal length.
     *
     * @param from the first position whose logits are wanted
     * @return the logit of token {@code v} at position {@code p} of sequence {@code s} at
     *     {@code (v * length + p) * sequences + s}; those before {@code from} mean nothing
     */
    float[] logits(int[][] sequences, int from) {
        int length = sequences[0].length;
        if (length < 1 || length > shape.positions()) {
            throw new IllegalArgumentException(length + " tokens for " + shape.positions() + " positions");
        }
        int count = Math.multiplyExact(length, sequences.length);
        Workspace space = new Workspace(shape, count);
        embed(sequences, space.stream, count);
        Rows wanted = new Rows(count, from * sequences.length);
        for (int number = 0; number < layers.size(); number++) {
            boolean last = number == layers.size() - 1;
            layers.get(number).apply(space, sequences.length, last ? wanted : Rows.all(count));
        }
        norm.apply(space.stream, space.normed, space.scale, wanted);
        head.apply(space.normed, space.logits, wanted);
        return space.logits;
    }

    private void embed(int[][] sequences, float[] stream, int count) {
        for (int sequence = 0; sequence < sequences.length; sequence++) {
            int[] tokens = sequences[sequence];
            for (int position = 0; position < tokens.length; position++) {
                int row = position * sequences.length + sequence;
                int token = tokens[position];
                if (token < 0 || token >= shape.vocabulary()) {
                    throw new IllegalArgumentException("Token " + token + " of " + shape.vocabulary());
                }
                for (int f = 0; f < shape.width(); f++) {
                    stream[f * count + row] = embedding[token * shape.width() + f];
                }
            }
        }
    }
}
