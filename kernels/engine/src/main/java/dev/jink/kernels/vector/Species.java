package dev.jink.kernels.vector;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;

/** The constants of a kernel class, read from the class itself; see {@link Specializer}. */
final class Species {
    private Species() {}

    /** Bits of the vectors that the class of {@code lookup} was defined for. */
    static int bits(MethodHandles.Lookup lookup) {
        return traits(lookup).bits();
    }

    /** The number, of words or of planes, that the class of {@code lookup} was defined for. */
    static int count(MethodHandles.Lookup lookup) {
        return traits(lookup).count();
    }

    /** Whether the class of {@code lookup} was defined for activations without a bend. */
    static boolean isLinear(MethodHandles.Lookup lookup) {
        return traits(lookup).linear();
    }

    private static Specializer.Traits traits(MethodHandles.Lookup lookup) {
        try {
            return MethodHandles.classData(
                    lookup, ConstantDescs.DEFAULT_NAME, Specializer.Traits.class);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a class may look at itself", e);
        }
    }

    static VectorSpecies<Float> floats(int bits) {
        return VectorSpecies.of(float.class, VectorShape.forBitSize(bits));
    }

    static VectorSpecies<Integer> ints(int bits) {
        return VectorSpecies.of(int.class, VectorShape.forBitSize(bits));
    }

    static VectorSpecies<Long> longs(int bits) {
        return VectorSpecies.of(long.class, VectorShape.forBitSize(bits));
    }

    /** Bits of the widest vectors that this machine and JVM compile well. */
    static int preferredBits() {
        return LongVector.SPECIES_PREFERRED.vectorBitSize();
    }
}
