package org.eyrie.lrmf.problem;

import java.util.Arrays;

/**
 * What is known of the models besides their lineage, one entry per model in each array. Categories are numbered from
 * zero, -1 stands for unknown; numbers are NaN where unknown. The arrays are neither copied nor changed.
 *
 * @param architecture category
 * @param type category: the kind of training
 * @param author category: the namespace of the model's name
 * @param precision category: number format of the weights
 * @param chatTemplate 1 evaluated with a chat template, 0 without, -1 unknown
 * @param moe 1 mixture of experts, 0 dense, -1 unknown
 * @param parametersBillions size, not negative
 * @param uploadedDay day of publication, counted from 1970-01-01
 * @param series category: the part of its name that versions of one model have in common, such as {@code hermes}
 * @param method category: how it was merged, such as {@code slerp}, where its recipe is known
 * @param words categories, any number per model: words of its name that tell of its making, such as {@code dpo}
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
public record ModelTraits(
        int[] architecture,
        int[] type,
        int[] author,
        int[] precision,
        int[] chatTemplate,
        int[] moe,
        double[] parametersBillions,
        double[] uploadedDay,
        int[] series,
        int[] method,
        int[][] words) {

    private static final int[] NO_WORDS = {};

    /** Traits of models whose names say nothing. */
    public ModelTraits(
            int[] architecture,
            int[] type,
            int[] author,
            int[] precision,
            int[] chatTemplate,
            int[] moe,
            double[] parametersBillions,
            double[] uploadedDay) {
        this(
                architecture,
                type,
                author,
                precision,
                chatTemplate,
                moe,
                parametersBillions,
                uploadedDay,
                unknown(architecture.length),
                wordless(architecture.length));
    }

    /** Traits of models whose recipes nobody knows. */
    public ModelTraits(
            int[] architecture,
            int[] type,
            int[] author,
            int[] precision,
            int[] chatTemplate,
            int[] moe,
            double[] parametersBillions,
            double[] uploadedDay,
            int[] series,
            int[][] words) {
        this(
                architecture,
                type,
                author,
                precision,
                chatTemplate,
                moe,
                parametersBillions,
                uploadedDay,
                series,
                unknown(architecture.length),
                words);
    }

    public ModelTraits {
        int models = architecture.length;
        for (int length : new int[] {
            type.length,
            author.length,
            precision.length,
            chatTemplate.length,
            moe.length,
            parametersBillions.length,
            uploadedDay.length,
            series.length,
            method.length,
            words.length
        }) {
            if (length != models) {
                throw new IllegalArgumentException("Trait arrays differ in length: " + models + " and " + length);
            }
        }
    }

    /** Number of models. */
    public int models() {
        return architecture.length;
    }

    /** The traits of some of the models, in the order in which they are named. */
    public ModelTraits of(int[] models) {
        int[][] picked = new int[models.length][];
        Arrays.setAll(picked, k -> words[models[k]]);
        return new ModelTraits(
                Indices.pick(architecture, models),
                Indices.pick(type, models),
                Indices.pick(author, models),
                Indices.pick(precision, models),
                Indices.pick(chatTemplate, models),
                Indices.pick(moe, models),
                Indices.pick(parametersBillions, models),
                Indices.pick(uploadedDay, models),
                Indices.pick(series, models),
                Indices.pick(method, models),
                picked);
    }

    private static int[] unknown(int models) {
        int[] unknown = new int[models];
        Arrays.fill(unknown, -1);
        return unknown;
    }

    private static int[][] wordless(int models) {
        int[][] words = new int[models][];
        Arrays.fill(words, NO_WORDS);
        return words;
    }
}
