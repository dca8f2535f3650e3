package org.millwright.stat.structure;

/**
 * The location quotient of a group: LQ_i = s_i / b_i, its share in the area over its share in the reference.
 *
 * <p>At least 0; 1 where the area has as much of it as the reference, above 1 where it is specialised in it. Undefined
 * ({@code DENOMINATOR}) where the reference has nothing of the group.
 *
 * <p>Reference: Isard (1960), Methods of Regional Analysis, chapter 5.
 */
public record LocationQuotient() implements Structural {
    public static final LocationQuotient DEFAULT = new LocationQuotient();

    /** Of one group. */
    public double of(double base, double share) {
        return base == 0 ? Double.NaN : share / base;
    }
}
