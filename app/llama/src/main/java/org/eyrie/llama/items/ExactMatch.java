package org.eyrie.llama.items;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eyrie.llama.files.ModelFolder;
import org.eyrie.llama.files.WordLevelTokenizer;
import org.eyrie.llama.forward.LlamaModel;
import org.eyrie.llama.forward.LlamaShape;

/**
 * Items, ready for models of one tokenizer: a model solves an item if greedy decoding of the prompt writes the answer, the
 * whole answer, and ends. Tokens are made once, for as many models as a search has.
 */
public final class ExactMatch {

    /** Items whose prompts are of one length, and whose answers are. */
    private record Length(int prompt, int whole) implements Comparable<Length> {
        @Override
        public int compareTo(Length other) {
            return whole == other.whole ? Integer.compare(prompt, other.prompt) : Integer.compare(whole, other.whole);
        }
    }

    private final int items;
    private final LlamaShape shape;
    private final Set<Integer> ends;
    private final Map<Length, List<Integer>> places = new TreeMap<>();
    private final List<int[]> sequences = new ArrayList<>();

    /**
     * @param source what messages call the items
     * @param folder whose tokenizer and end tokens count; models of other weights may be asked
     * @throws UnusableItemsException if there are words that are no tokens, or more tokens than the model has positions
     */
    public ExactMatch(String source, List<BenchmarkItem> items, ModelFolder folder) {
        this.items = items.size();
        this.shape = folder.shape();
        this.ends = folder.ends();
        WordLevelTokenizer tokenizer = folder.tokenizer();
        List<String> faults = new ArrayList<>();
        for (int place = 0; place < items.size(); place++) {
            BenchmarkItem item = items.get(place);
            try {
                add(place, tokenizer.encode(item.prompt()), tokenizer.encode(item.answer()));
            } catch (IllegalArgumentException e) {
                sequences.add(new int[0]);
                faults.add("the item \"" + item.prompt() + "\" of the task \"" + item.task() + "\": " + e.getMessage());
            }
        }
        if (!faults.isEmpty()) {
            throw new UnusableItemsException(source, faults);
        }
    }

    private void add(int place, int[] prompt, int[] answer) {
        int whole = prompt.length + answer.length;
        if (prompt.length == 0 || answer.length == 0) {
            throw new IllegalArgumentException("prompt and answer need a token each");
        }
        if (whole > shape.positions()) {
            throw new IllegalArgumentException("prompt and answer are " + whole + " tokens, and the model has "
                    + shape.positions() + " positions");
        }
        int[] sequence = Arrays.copyOf(prompt, whole);
        System.arraycopy(answer, 0, sequence, prompt.length, answer.length);
        sequences.add(sequence);
        places.computeIfAbsent(new Length(prompt.length, whole), length -> new ArrayList<>())
                .add(place);
    }

    /**
     * Which items a model of this tokenizer solves, in their order.
     *
     * @throws org.eyrie.llama.forward.FailedEvaluationException if its logits are not finite
     */
    public boolean[] solvedBy(LlamaModel model) {
        boolean[] solved = new boolean[items];
        places.forEach((length, group) -> {
            int[][] batch = group.stream().map(sequences::get).toArray(int[][]::new);
            boolean[] follows = model.follows(batch, length.prompt(), ends);
            for (int i = 0; i < follows.length; i++) {
                solved[group.get(i)] = follows[i];
            }
        });
        return solved;
    }
}
