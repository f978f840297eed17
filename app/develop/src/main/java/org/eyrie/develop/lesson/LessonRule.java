package org.eyrie.develop.lesson;

/** Which of two programs is to be preferred. */
public enum LessonRule {
    /** As Self-Developing (arXiv 2410.15639) does: each of the best 3 % over each of the worst 10 %, however sure that is. */
    PAPER,
    /** Where the difference of their scores is above 0 with a probability of at least .9, so that noise is not taught. */
    INTERVAL
}
