package org.eyrie.lrmf.problem;

import java.util.Arrays;

/**
 * Which columns are kin, such as setups of one task: what is known of one column's loadings says something of its kin's.
 * This is the similarity between columns of the published method (L_X), a star per kin; how alike kin are is learned.
 *
 * @param kin per column the number of its kin, counted from 0, -1 where it has none; empty where no column has any. Kins
 *     of a single column are no kin
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
public record ColumnKin(int[] kin) {

    /** No column has kin. */
    public static final ColumnKin NONE = new ColumnKin(new int[0]);

    public ColumnKin {
        int most = Arrays.stream(kin).max().orElse(-1);
        int[] members = new int[most + 1];
        for (int one : kin) {
            if (one < -1) {
                throw new IllegalArgumentException("No such kin: " + one);
            }
            if (one >= 0) {
                members[one]++;
            }
        }
        int[] number = new int[most + 1];
        int next = 0;
        for (int k = 0; k <= most; k++) {
            number[k] = members[k] > 1 ? next++ : -1;
        }
        kin = Arrays.stream(kin).map(one -> one < 0 ? -1 : number[one]).toArray();
    }
}
