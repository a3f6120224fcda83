package diagnostic_msgs.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.Objects;

/**
 * A label and its value.
 */
public final class KeyValue extends WireMessage {

    private String key = "";
    private String value = "";

    /** The label. */
    public String getKey() {
        return key;
    }

    public KeyValue setKey(String key) {
        this.key = Objects.requireNonNull(key, "key");
        return this;
    }

    /** The value as text. */
    public String getValue() {
        return value;
    }

    public KeyValue setValue(String value) {
        this.value = Objects.requireNonNull(value, "value");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.text(key);
        out.text(value);
    }

    @Override
    public void decode(CdrReader in) {
        key = in.text();
        value = in.text();
    }
}
