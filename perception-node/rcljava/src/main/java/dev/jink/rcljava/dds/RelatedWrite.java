package dev.jink.rcljava.dds;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import us.ihmc.pubsub.publisher.Publisher;
import us.ihmc.rtps.impl.fastRTPS.NativePublisherImpl;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * A write that says which request it answers. Fast DDS can; its Java binding has no way to say it.
 * So the library that the binding has loaded is called directly, by the C++ ABI of 64-bit Linux, in
 * which these are laid out as (bytes)
 *
 * <pre>
 *   NativePublisherImpl   0 vtable            8 Publisher of Fast DDS
 *   RawDataWrapper        0 vtable            8 payload          16 length, int32
 *                        20 encapsulation    24 key              32 key length, int32
 *                        36 whether it owns the two
 *   WriteParams           0 identity: guid 16, sequence high int32, low uint32
 *                        24 related identity: the same           48 time
 * </pre>
 *
 * <p>The binding brings one build of the library with it, so layouts can't drift apart unnoticed: a
 * new version of it is a change here, and {@code ServiceTest} fails without. Where the library is
 * another, or a symbol is missing, {@link #find} says so and services answer Cyclone DDS alone.
 */
final class RelatedWrite {
    private static final String WRITE =
            "_ZN8eprosima8fastrtps9Publisher5writeEPvRNS0_4rtps11WriteParamsE";
    private static final String PARAMS = "_ZN8eprosima8fastrtps4rtps11WriteParamsC1Ev";
    private static final String RAW_DATA = "_ZTVN2us4ihmc4rtps4impl8fastRTPS14RawDataWrapperE";

    private static final int PUBLISHER_AT = 8;
    private static final int RAW_BYTES = 40;
    private static final int RELATED_AT = 24;
    private static final int GUID_BYTES = 16;
    // Of WriteParams 64 bytes are known; the constructor fills what it has.
    private static final int PARAMS_BYTES = 256;
    // Of a vtable's symbol, objects point behind the offset to top and the type's information.
    private static final int VTABLE_HEAD = 16;

    private final MethodHandle write;
    private final MethodHandle construct;
    private final MemorySegment vtable;

    private RelatedWrite(MethodHandle write, MethodHandle construct, MemorySegment vtable) {
        this.write = write;
        this.construct = construct;
        this.vtable = vtable;
    }

    /** The calls in the loaded library, or null where they are not to be had. */
    @SuppressWarnings("restricted") // layouts that the class doc draws, of the one build there is
    static RelatedWrite find() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return null;
        }
        SymbolLookup loaded = SymbolLookup.loaderLookup();
        MemorySegment write = loaded.find(WRITE).orElse(null);
        MemorySegment params = loaded.find(PARAMS).orElse(null);
        MemorySegment raw = loaded.find(RAW_DATA).orElse(null);
        if (write == null || params == null || raw == null) {
            return null;
        }
        Linker linker = Linker.nativeLinker();
        return new RelatedWrite(
                linker.downcallHandle(
                        write, FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, ADDRESS, ADDRESS)),
                linker.downcallHandle(params, FunctionDescriptor.ofVoid(ADDRESS)),
                MemorySegment.ofAddress(raw.address() + VTABLE_HEAD));
    }

    /**
     * Sends a payload as the answer to a request; whether the library took it.
     *
     * @param payload CDR with its encapsulation header, all of it
     */
    @SuppressWarnings("restricted")
    boolean send(Publisher publisher, MemorySegment payload, Origin request) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment data = arena.allocate(payload.byteSize(), 8).copyFrom(payload);
            MemorySegment raw = arena.allocate(RAW_BYTES, 8);
            raw.set(ADDRESS, 0, vtable);
            raw.set(ADDRESS, 8, data);
            raw.set(JAVA_INT, 16, (int) data.byteSize());
            raw.set(JAVA_SHORT, 20, us.ihmc.pubsub.common.SerializedPayload.CDR_LE);
            raw.set(ADDRESS, 24, arena.allocate(GUID_BYTES));
            MemorySegment params = arena.allocate(PARAMS_BYTES, 8);
            construct.invokeExact(params);
            MemorySegment.copy(request.client(), 0, params, JAVA_BYTE, RELATED_AT, GUID_BYTES);
            params.set(JAVA_INT, RELATED_AT + GUID_BYTES, (int) (request.sequence() >>> 32));
            params.set(JAVA_INT, RELATED_AT + GUID_BYTES + 4, (int) request.sequence());
            MemorySegment target =
                    MemorySegment.ofAddress(address(publisher) + PUBLISHER_AT)
                            .reinterpret(JAVA_LONG.byteSize())
                            .get(ADDRESS, 0);
            return (boolean) write.invokeExact(target, raw, params);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("answer: " + e, e);
        }
    }

    /** Of the binding's C++ object. */
    private static long address(Publisher publisher) throws ReflectiveOperationException {
        Field impl = publisher.getClass().getDeclaredField("impl");
        impl.setAccessible(true);
        Method pointer =
                NativePublisherImpl.class.getDeclaredMethod("getCPtr", NativePublisherImpl.class);
        pointer.setAccessible(true);
        return (long) pointer.invoke(null, impl.get(publisher));
    }
}
