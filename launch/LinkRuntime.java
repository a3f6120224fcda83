import jdk.tools.jlink.internal.PluginRepository;
import jdk.tools.jlink.plugin.Plugin;
import jdk.tools.jlink.plugin.ResourcePool;
import jdk.tools.jlink.plugin.ResourcePoolBuilder;
import jdk.tools.jlink.plugin.ResourcePoolEntry;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.attribute.ModuleResolutionAttribute;
import java.util.EnumSet;
import java.util.Set;
import java.util.spi.ToolProvider;

/**
 * jlink, with one change to what it links: the Vector API's module is no longer marked as incubating. Run as a source
 * file by {@code launch/link-runtime}; takes jlink's options.
 *
 * <p>A JVM with an incubating module archives no module graph in its AOT cache, and without one it neither links classes
 * ahead of time nor keeps lambdas and method handles. The mark (the attribute {@code ModuleResolution} of the module's
 * descriptor) says no more than that the module is not resolved by default and that the JVM warns of it; nothing of the
 * module's code changes.
 */
public final class LinkRuntime implements Plugin {
    private static final String DESCRIPTOR = "/jdk.incubator.vector/module-info.class";

    public static void main(String[] arguments) {
        PluginRepository.registerPlugin(new LinkRuntime());
        System.exit(
                ToolProvider.findFirst("jlink")
                        .orElseThrow()
                        .run(System.out, System.err, arguments));
    }

    @Override
    public String getName() {
        return "settle-vector-api";
    }

    /** Among the first: jlink's own plugin for system modules must find the descriptor changed. */
    @Override
    public Category getType() {
        return Category.FILTER;
    }

    @Override
    public Set<State> getState() {
        return EnumSet.of(State.AUTO_ENABLED, State.FUNCTIONAL);
    }

    @Override
    public ResourcePool transform(ResourcePool in, ResourcePoolBuilder out) {
        in.transformAndCopy(entry -> entry.path().equals(DESCRIPTOR) ? settled(entry) : entry, out);
        return out.build();
    }

    private static ResourcePoolEntry settled(ResourcePoolEntry descriptor) {
        ClassFile format = ClassFile.of();
        return descriptor.copyWithContent(
                format.transformClass(
                        format.parse(descriptor.contentBytes()),
                        ClassTransform.dropping(ModuleResolutionAttribute.class::isInstance)));
    }
}
