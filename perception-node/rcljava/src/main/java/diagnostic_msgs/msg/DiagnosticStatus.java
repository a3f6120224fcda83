package diagnostic_msgs.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * State of one component.
 */
public final class DiagnosticStatus extends WireMessage {
    public static final byte OK = 0;

    public static final byte WARN = 1;

    public static final byte ERROR = 2;

    public static final byte STALE = 3;

    private byte level;
    private String name = "";
    private String message = "";
    private String hardwareId = "";
    private List<KeyValue> values = new ArrayList<>();

    /** One of OK, WARN, ERROR, STALE. */
    public byte getLevel() {
        return level;
    }

    public DiagnosticStatus setLevel(byte level) {
        this.level = level;
        return this;
    }

    /** The component. */
    public String getName() {
        return name;
    }

    public DiagnosticStatus setName(String name) {
        this.name = Objects.requireNonNull(name, "name");
        return this;
    }

    /** One line on its state. */
    public String getMessage() {
        return message;
    }

    public DiagnosticStatus setMessage(String message) {
        this.message = Objects.requireNonNull(message, "message");
        return this;
    }

    /** The hardware it is about. */
    public String getHardwareId() {
        return hardwareId;
    }

    public DiagnosticStatus setHardwareId(String hardwareId) {
        this.hardwareId = Objects.requireNonNull(hardwareId, "hardware_id");
        return this;
    }

    /** Details. */
    public List<KeyValue> getValues() {
        return values;
    }

    public DiagnosticStatus setValues(List<KeyValue> values) {
        this.values = Objects.requireNonNull(values, "values");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.int8(level);
        out.text(name);
        out.text(message);
        out.text(hardwareId);
        out.messages(values);
    }

    @Override
    public void decode(CdrReader in) {
        level = in.int8();
        name = in.text();
        message = in.text();
        hardwareId = in.text();
        values = in.messages(values, KeyValue::new, 8);
    }

    @Override
    public int maxEncodedBytes() {
        return 1 << 18;
    }
}
