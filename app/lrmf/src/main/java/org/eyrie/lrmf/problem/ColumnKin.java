package org.eyrie.lrmf.problem;

import java.util.Arrays;

/**
 * Which columns are alike. Kin, such as setups of one task: what is known of one column's loadings says something of its
 * kin's. This is the similarity between columns of the published method (L_X), a star per kin; how alike kin are is
 * learned. And twins: the same benchmark, measured by another source, which differ by a shift and their noise alone.
 *
 * @param kin per column the number of its kin, counted from 0, -1 where it has none; empty where no column has any. Kins
 *     of a single column are no kin
 * @param twin per column the one that has the same benchmark's scores of the first source, -1 where it is that itself;
 *     empty where there is one source only
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
public record ColumnKin(int[] kin, int[] twin) {

    /** No column has kin. */
    public static final ColumnKin NONE = new ColumnKin(new int[0]);

    /** Of columns of one source. */
    public ColumnKin(int[] kin) {
        this(kin, new int[0]);
    }

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
        for (int first : twin) {
            if (first >= twin.length || (first >= 0 && twin[first] >= 0)) {
                throw new IllegalArgumentException("No first source's column: " + first);
            }
        }
    }

    /** The column that has the same benchmark's scores of the first source: usually the column itself. */
    public int first(int column) {
        return twin.length == 0 || twin[column] < 0 ? column : twin[column];
    }
}
