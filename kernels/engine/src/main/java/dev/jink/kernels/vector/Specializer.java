package dev.jink.kernels.vector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes one class per vector width out of one source.
 *
 * <p>C2 compiles the Vector API to vector instructions only where the species is a constant, and a
 * method that has met two species loses that for both. Three hand-written copies would be three
 * places for a mistake, so a kernel is written once with {@code static final} species that it takes
 * from its own class data, and is defined here as a hidden class for each width: own constants, own
 * profile, own machine code.
 */
final class Specializer {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final Map<Variant, MethodHandle> CONSTRUCTORS = new ConcurrentHashMap<>();

    /**
     * @param template a kernel whose one constructor takes one record
     * @param traits what is constant in it
     */
    private record Variant(Class<? extends Stage> template, Traits traits) {}

    /**
     * What a template finds in its own class data.
     *
     * @param bits width of its vectors
     * @param count a number of words or planes that the template is made for, else 0
     * @param linear whether it leaves out the bend of an activation that has none
     */
    record Traits(int bits, int count, boolean linear) {}

    private Specializer() {}

    /** A new {@code template} of the given width, constructed with {@code arguments}. */
    static Stage make(Class<? extends Stage> template, int bits, Record arguments) {
        return make(template, new Traits(bits, 0, false), arguments);
    }

    /** A new {@code template} of the given traits, constructed with {@code arguments}. */
    static Stage make(Class<? extends Stage> template, Traits traits, Record arguments) {
        try {
            return (Stage)
                    CONSTRUCTORS
                            .computeIfAbsent(new Variant(template, traits), Specializer::define)
                            .invokeExact(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(template + " cannot be constructed", e);
        }
    }

    private static MethodHandle define(Variant variant) {
        Class<?> template = variant.template;
        Class<?>[] parameters = template.getDeclaredConstructors()[0].getParameterTypes();
        try (InputStream bytes =
                template.getResourceAsStream(template.getSimpleName() + ".class")) {
            MethodHandles.Lookup hidden =
                    LOOKUP.defineHiddenClassWithClassData(
                            bytes.readAllBytes(), variant.traits, true);
            return hidden.findConstructor(
                            hidden.lookupClass(), MethodType.methodType(void.class, parameters))
                    .asType(MethodType.methodType(Stage.class, Record.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(variant + " cannot be specialised", e);
        }
    }
}
