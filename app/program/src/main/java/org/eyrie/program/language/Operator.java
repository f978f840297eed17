package org.eyrie.program.language;

import static org.eyrie.program.language.Parameter.choice;
import static org.eyrie.program.language.Parameter.constant;
import static org.eyrie.program.language.Parameter.integer;
import static org.eyrie.program.language.Parameter.seed;
import static org.eyrie.program.language.Parameter.share;
import static org.eyrie.program.language.Parameter.tensors;
import static org.eyrie.program.language.Parameter.vec;
import static org.eyrie.program.language.Parameter.vecs;
import static org.eyrie.program.language.Parameter.weights;

import java.util.List;

/**
 * Every operator of the language: how it is written, what it takes, what it gives, how often it has to see its tensors
 * before it can give any of it. Parser, printer, grammars, variation and costs have no other list.
 */
public enum Operator {
    /** A number that is written down; has no inputs. */
    NUMBER(Form.LEAF, "", Gives.NUM, 0, ""),
    /** A word that is written down; has no inputs. */
    WORD(Form.LEAF, "", Gives.WORD, 0, ""),
    ADD(Form.INFIX, "+", Gives.PROMOTED, 0, "the sum"),
    SUBTRACT(Form.INFIX, "-", Gives.PROMOTED, 0, "the difference"),
    MULTIPLY(Form.INFIX, "*", Gives.PROMOTED, 0, "the product, with a number, a number per parent or a mask"),

    BASE(Form.NAME, "base", Gives.VEC, 0, "the base's tensor"),
    TAUS(Form.NAME, "taus", Gives.VECS, 0, "the task vectors: what each parent's tensor has over the base's"),
    PARENTS(Form.NAME, "parents", Gives.VECS, 0, "the parents' tensors"),
    TAU(Form.CALL, "tau", Gives.VEC, 0, "the task vector of one parent, the first being 1", integer("i", 1, 64)),
    PARENT(Form.CALL, "parent", Gives.VEC, 0, "the tensor of one parent", integer("i", 1, 64)),
    ONLY(Form.LIST, "only", Gives.COUNTED_VECS, 0, "the task vectors of some parents", integer("i", 1, 64)),

    DEPTH(Form.NAME, "depth", Gives.NUM, 0, "0 in the first layer and outside of layers, 1 in the last layer"),
    LAYER(Form.NAME, "layer", Gives.NUM, 0, "the layer's number, from 0"),
    KIND(
            Form.CALL,
            "kind",
            Gives.NUM,
            0,
            "a number by the kind of tensor, 0 where it is not named",
            share("embed"),
            share("attn"),
            share("mlp"),
            share("norm"),
            share("head"),
            share("other")),
    RAMP(
            Form.CALL,
            "ramp",
            Gives.NUM,
            0,
            "from the first number to the second over the depth",
            Parameter.of("first", Slot.CONSTANT),
            Parameter.of("last", Slot.CONSTANT)),
    CURVE(
            Form.LIST,
            "curve",
            Gives.NUM,
            0,
            "straight lines through the numbers over the depth",
            Parameter.of("y", Slot.CONSTANT)),

    EACH(Form.LIST, "each", Gives.COUNTED_PER, 0, "a number for each parent", Parameter.of("w", Slot.NUM)),
    NORMS(Form.CALL, "norms", Gives.PER_OF_FIRST, 1, "lengths", vecs()),
    ENERGIES(Form.CALL, "energies", Gives.PER_OF_FIRST, 1, "means of the squares", vecs()),
    COSINES(Form.CALL, "cosines", Gives.PER_OF_FIRST, 1, "cosines of the angles to a tensor", vecs(), vec("to")),
    SOFTMAX(
            Form.CALL,
            "softmax",
            Gives.PER_OF_FIRST,
            0,
            "shares by exp(x / temperature)",
            Parameter.of("per", Slot.PER),
            constant("temp", .001, 1000)),
    NORMALISE(Form.CALL, "normalise", Gives.PER_OF_FIRST, 0, "shares that sum to one", Parameter.of("per", Slot.PER)),
    RANK(Form.CALL, "rank", Gives.PER_OF_FIRST, 0, "1 for the largest, 0 for the least", Parameter.of("per", Slot.PER)),

    KEEP(
            Form.CALL,
            "keep",
            Gives.FIRST,
            2,
            "the largest by size, the others 0",
            tensors(),
            constant("share", 0, 1),
            choice("restore", "none", "l1", "l2")),
    DROP(
            Form.CALL,
            "drop",
            Gives.FIRST,
            0,
            "each element 0 with probability p",
            tensors(),
            constant("p", 0, 1),
            seed(),
            choice("restore", "none", "l1", "l2", "inverse")),
    DROP_SMALL(
            Form.CALL,
            "drop_small",
            Gives.FIRST,
            0,
            "elements kept with probability share - spread for the least of a row to share + spread for its largest",
            tensors(),
            constant("share", 0, 1),
            constant("spread", 0, .5),
            seed(),
            choice("restore", "none", "l1", "l2", "inverse")),
    MIDDLE(
            Form.CALL,
            "middle",
            Gives.FIRST,
            2,
            "the largest by size below the share at the top, the others 0",
            tensors(),
            constant("share", 0, 1),
            constant("top", 0, 1),
            choice("restore", "none", "l1", "l2")),
    DIFFERING(
            Form.CALL,
            "differing",
            Gives.FIRST,
            2,
            "elements in which the parents differ most by variance, the others 0",
            vecs(),
            constant("share", 0, 1)),

    AGREE(
            Form.CALL,
            "agree",
            Gives.FIRST,
            0,
            "elements with the sign that the parents elect, the others 0",
            vecs(),
            choice("by", "mass", "count"),
            weights()),
    MEAN_OF_NONZERO(
            Form.CALL,
            "mean_of_nonzero",
            Gives.VEC,
            0,
            "the mean over the parents that have something",
            vecs(),
            weights()),
    SUM(Form.CALL, "sum", Gives.VEC, 0, "the sum over the parents", vecs()),
    MEAN(Form.CALL, "mean", Gives.VEC, 0, "the mean over the parents", vecs()),
    MEDIAN(Form.CALL, "median", Gives.VEC, 0, "the median over the parents", vecs()),
    LARGEST(Form.CALL, "largest", Gives.VEC, 0, "the element that is largest by size", vecs()),
    EXCLUSIVE(
            Form.CALL,
            "exclusive",
            Gives.FIRST,
            1,
            "elements that one parent alone has above eps of its root mean square, the others 0",
            vecs(),
            constant("eps", 0, 10)),

    SLERP(
            Form.CALL,
            "slerp",
            Gives.VEC,
            1,
            "along the arc between two tensors, straight where they are nearly parallel",
            vec("a"),
            vec("b"),
            Parameter.of("t", Slot.NUM)),
    KARCHER(Form.CALL, "karcher", Gives.VEC, 1, "the mean on the sphere, with the mean length", vecs()),
    UNIT(Form.CALL, "unit", Gives.FIRST, 1, "of length one, 0 where it is 0", tensors()),
    RESCALE(
            Form.CALL,
            "rescale",
            Gives.FIRST,
            1,
            "of that length, 0 where it is 0",
            tensors(),
            Parameter.of("norm", Slot.WEIGHT)),
    APART(
            Form.CALL,
            "apart",
            Gives.FIRST,
            1,
            "less a share of what each has along the mean of the others",
            vecs(),
            constant("share", -2, 2)),
    STOCK(Form.CALL, "stock", Gives.NUM, 1, "how far to go, by the mean cosine between parents", vecs()),
    LOWRANK(
            Form.CALL,
            "lowrank",
            Gives.FIRST,
            4,
            "nearly the nearest matrix of that rank",
            tensors(),
            integer("rank", 1, 64)),

    CLIP(
            Form.CALL,
            "clip",
            Gives.FIRST,
            1,
            "no further from 0 than that many times the mean size",
            tensors(),
            constant("times_mean", 0, 100)),
    POWER(Form.CALL, "power", Gives.FIRST, 0, "sign times size to the power", tensors(), constant("e", .1, 4)),
    SIGN(Form.CALL, "sign", Gives.FIRST, 0, "-1, 0 or 1", tensors()),
    ABS(Form.CALL, "abs", Gives.FIRST, 0, "the size", tensors()),
    ROW_MEAN(Form.CALL, "row_mean", Gives.FIRST, 0, "the mean of its row, in each element", tensors()),
    COL_MEAN(Form.CALL, "col_mean", Gives.FIRST, 1, "the mean of its column, in each element", tensors()),
    LARGER(Form.CALL, "larger", Gives.MASK, 0, "1 where the first is larger by size", vec("a"), vec("b")),
    CONSENT(
            Form.CALL,
            "consent",
            Gives.MASK,
            0,
            "0 where as many parents go up as down, 1 where all that move go one way",
            vecs()),
    MIX(
            Form.CALL,
            "mix",
            Gives.VEC,
            0,
            "(1 - w) of the first and w of the second",
            vec("a"),
            vec("b"),
            Parameter.of("w", Slot.BLEND)),
    WHERE(
            Form.CALL,
            "where",
            Gives.VEC,
            0,
            "the first where the mask is above a half, else the second",
            Parameter.of("mask", Slot.MASK),
            vec("a"),
            vec("b"));

    private final Form form;
    private final String text;
    private final Gives gives;
    private final int passes;
    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, of records
    private final List<Parameter> parameters;

    Operator(Form form, String text, Gives gives, int passes, String meaning, Parameter... parameters) {
        this.form = form;
        this.text = text;
        this.gives = gives;
        this.passes = passes;
        this.meaning = meaning;
        this.parameters = List.of(parameters);
    }

    public Form form() {
        return form;
    }

    /** How it is written. */
    public String text() {
        return text;
    }

    Gives gives() {
        return gives;
    }

    /** Whether a term of it can be of that type; those between two terms are none of these. */
    public boolean canGive(ValueType type) {
        return switch (gives) {
            case NUM -> type == ValueType.NUM;
            case VEC -> type == ValueType.VEC;
            case VECS, COUNTED_VECS -> type == ValueType.VECS;
            case MASK -> type == ValueType.MASK;
            case PER_OF_FIRST, COUNTED_PER -> type == ValueType.PER;
            case FIRST -> parameters.get(0).slot().takes(type);
            case WORD, PROMOTED -> false;
        };
    }

    /** What it gives, in a few words for people and for those who write programs. */
    public String meaning() {
        return meaning;
    }

    /** What it takes, in order; of a {@link Form#LIST} the one that is repeated. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** How often it has to see all of its tensors first, apart from what {@code restore} adds. */
    public int passes() {
        return passes;
    }

    /** Whether it wants whole rows of a matrix at a time. */
    public boolean rowWise() {
        return this == DROP_SMALL || this == ROW_MEAN;
    }
}
