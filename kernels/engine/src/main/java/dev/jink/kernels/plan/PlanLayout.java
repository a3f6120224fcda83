package dev.jink.kernels.plan;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.BitTensor;
import dev.jink.kernels.Buffers;
import dev.jink.kernels.FloatTensor;
import dev.jink.kernels.Shape;
import dev.jink.kernels.Slab;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.plan.Demands.Planes;
import dev.jink.kernels.plan.MemoryPlanner.Region;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where in the slab lies what the layers of a model hand to each other.
 *
 * <p>Each layer leaves what {@link Demands} found that its readers want: floats, planes of bits, or
 * both. A tensor lives from the step that writes it to the last that reads it. The input lives for
 * ever, so that a run leaves it as it was.
 */
final class PlanLayout {
    private final Model model;
    private final Demands demands;
    private final MemoryPlanner planner = new MemoryPlanner();
    private final Region input;
    private final Map<Integer, Region> floats = new HashMap<>();
    private final Map<Planes, Region> planes = new HashMap<>();
    private final long bytes;

    PlanLayout(Model model, Demands demands) {
        this.model = model;
        this.demands = demands;
        int count = model.layers().size();
        input = planner.add("input", model.input().elements(), 0, count);
        for (int i = 0; i < count; i++) {
            if (demands.floats(i)) {
                floats.put(i, floatRegion(i));
            }
            for (Planes wanted : demands.planes(i)) {
                String name = i + (wanted.quantizer().bits() == 1 ? " signs" : " levels");
                long size = layout(i, wanted).bytes();
                planes.put(wanted, planner.add(name, size, i, wanted.lastReader()));
            }
        }
        bytes = planner.place();
    }

    private Region floatRegion(int i) {
        boolean last = i + 1 == model.layers().size();
        int shortcut = last ? Wire.NONE : demands.shortcut(i);
        if (shortcut != Wire.NONE && demands.lastFloatReader(shortcut) == i) {
            // Nobody else wants the shortcut afterwards: the sum takes its place, value by value.
            Region region = floats.get(shortcut);
            region.liveUntil(demands.lastFloatReader(i));
            return region;
        }
        long size = FloatTensor.bytes(model.layers().get(i).out(), pitch(i));
        return planner.add(last ? "output" : i + " floats", size, i, demands.lastFloatReader(i));
    }

    private int pitch(int i) {
        int channels = model.layers().get(i).out().channels();
        return i + 1 == model.layers().size() ? channels : FloatTensor.paddedPitch(channels);
    }

    private BitLayout layout(int i, Planes wanted) {
        return new BitLayout(
                model.layers().get(i).out(), wanted.border(), wanted.quantizer().bits());
    }

    /** The buffers of layer i in a slab of {@link #bytes()}. */
    Buffers buffers(int i, Slab slab, MemorySegment pixels) {
        Wire wire = model.wires().get(i);
        Quantizer reads = demands.readsAs(i);
        Planes fused = demands.fused(i);
        boolean readsFloats = i > 0 && demands.readsFloats(i);
        return new Buffers(
                i == 0 ? pixels : null,
                reads == null ? null : bits(wire.from(), demands.find(wire.from(), reads), slab),
                readsFloats ? floats(wire.from(), slab) : null,
                wire.other() == Wire.NONE ? null : floats(wire.other(), slab),
                floats(i, slab),
                fused == null ? null : bits(i, fused, slab),
                fused == null ? null : fused.quantizer());
    }

    /** The buffers for making {@code wanted} of the floats of layer i. */
    Buffers buffers(int i, Planes wanted, Slab slab) {
        return new Buffers(
                null, null, floats(i, slab), null, null, bits(i, wanted, slab), wanted.quantizer());
    }

    private BitTensor bits(int i, Planes wanted, Slab slab) {
        BitLayout layout = layout(i, wanted);
        return new BitTensor(layout, slab.slice(planes.get(wanted).offset(), layout.bytes()));
    }

    private FloatTensor floats(int i, Slab slab) {
        Region region = floats.get(i);
        if (region == null) {
            return null;
        }
        Shape shape = model.layers().get(i).out();
        long size = FloatTensor.bytes(shape, pitch(i));
        return new FloatTensor(shape, pitch(i), slab.slice(region.offset(), size));
    }

    /** Bytes of slab that the output of layer i takes. */
    long outputBytes(int i) {
        long sum = floats.containsKey(i) ? floats.get(i).bytes : 0;
        for (Planes wanted : demands.planes(i)) {
            sum += planes.get(wanted).bytes;
        }
        return sum;
    }

    Region input() {
        return input;
    }

    Region output() {
        return floats.get(model.layers().size() - 1);
    }

    long bytes() {
        return bytes;
    }

    List<Region> regions() {
        return planner.regions();
    }
}
