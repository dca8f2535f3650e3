package org.millwright.index;

import java.nio.ByteBuffer;

/** Columns of numbers as they travel between tasks: eight bytes each, so that not every one becomes an object. */
final class PackedDoubles {
    private PackedDoubles() {}

    static byte[] of(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
        bytes.asDoubleBuffer().put(values);
        return bytes.array();
    }

    static double[] read(byte[] bytes) {
        double[] values = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).asDoubleBuffer().get(values);
        return values;
    }
}
