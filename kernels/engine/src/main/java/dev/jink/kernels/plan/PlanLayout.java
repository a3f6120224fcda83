package dev.jink.kernels.plan;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.BitTensor;
import dev.jink.kernels.Buffers;
import dev.jink.kernels.FloatTensor;
import dev.jink.kernels.LayerKernel;
import dev.jink.kernels.Slab;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.plan.MemoryPlanner.Region;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * Which tensors a model needs between its layers, and where in the slab each lies.
 *
 * <p>Behind layer i lie its floats, when the next layer reads floats (a head, a shortcut) or there
 * is no next, and its signs, when the next is binary. Both live from step i to step i + 1. The
 * input lives for ever, so that a run leaves it as it was.
 */
final class PlanLayout {
    private final List<Layer> layers;
    private final List<LayerKernel> kernels;
    private final Region input;
    private final Region[] floats;
    private final Region[] bits;
    private final MemoryPlanner planner = new MemoryPlanner();
    private final long bytes;

    PlanLayout(Model model, List<LayerKernel> kernels) {
        this.layers = model.layers();
        this.kernels = kernels;
        int count = layers.size();
        floats = new Region[count];
        bits = new Region[count];
        input = planner.add("input", model.input().elements(), 0, count);
        for (int i = 0; i < count; i++) {
            int last = i + 1;
            if (writesFloats(i)) {
                long size = FloatTensor.bytes(layers.get(i).out(), pitch(i));
                floats[i] = planner.add(i == count - 1 ? "output" : i + " floats", size, i, last);
            }
            if (bitLayout(i) != null) {
                bits[i] = planner.add(i + " signs", bitLayout(i).bytes(), i, last);
            }
        }
        bytes = planner.place();
    }

    private boolean writesFloats(int i) {
        if (i + 1 == layers.size()) {
            return true;
        }
        return switch (layers.get(i + 1)) {
            case BinaryConv next -> next.shortcut() != Shortcut.NONE;
            case Head next -> true;
            case InputConv next -> false;
        };
    }

    private int pitch(int i) {
        int channels = layers.get(i).out().channels();
        return i + 1 == layers.size() ? channels : FloatTensor.paddedPitch(channels);
    }

    /** How the signs behind layer i are laid out: with the border of the layer that reads them. */
    private BitLayout bitLayout(int i) {
        return i + 1 < layers.size() && layers.get(i + 1) instanceof BinaryConv next
                ? new BitLayout(next.in(), next.pad())
                : null;
    }

    /** The buffers of layer i in a slab of {@link #bytes()}. */
    Buffers buffers(int i, Slab slab, MemorySegment pixels) {
        float[] shiftOut = bits[i] == null ? null : ((BinaryConv) layers.get(i + 1)).shift();
        return new Buffers(
                i == 0 ? pixels : null,
                i == 0 ? null : bitTensor(i - 1, slab),
                i == 0 ? null : floatTensor(i - 1, slab),
                floatTensor(i, slab),
                bitTensor(i, slab),
                shiftOut);
    }

    private BitTensor bitTensor(int i, Slab slab) {
        if (bits[i] == null) {
            return null;
        }
        BitLayout layout = bitLayout(i);
        return new BitTensor(layout, slab.slice(bits[i].offset(), layout.bytes()));
    }

    private FloatTensor floatTensor(int i, Slab slab) {
        if (floats[i] == null) {
            return null;
        }
        long size = FloatTensor.bytes(layers.get(i).out(), pitch(i));
        return new FloatTensor(layers.get(i).out(), pitch(i), slab.slice(floats[i].offset(), size));
    }

    List<LayerReport> report() {
        List<LayerReport> report = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            report.add(
                    new LayerReport(
                            i,
                            layer.describe(),
                            layer.in(),
                            layer.out(),
                            layer.weightBits(),
                            layer.parameterBytes(),
                            length(floats[i]) + length(bits[i]),
                            layer.macs(),
                            kernels.get(i).name(),
                            kernels.get(i).why()));
        }
        return List.copyOf(report);
    }

    private static long length(Region region) {
        return region == null ? 0 : region.bytes;
    }

    Region input() {
        return input;
    }

    Region output() {
        return floats[floats.length - 1];
    }

    long bytes() {
        return bytes;
    }

    List<Region> regions() {
        return planner.regions();
    }
}
