package rcl_interfaces.msg;

import builtin_interfaces.msg.Time;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.Objects;

/**
 * One line of a log, as on /rosout.
 */
public final class Log extends WireMessage {

    public static final byte DEBUG = 10;
    public static final byte INFO = 20;
    public static final byte WARN = 30;
    public static final byte ERROR = 40;
    public static final byte FATAL = 50;

    private Time stamp = new Time();
    private byte level;
    private String name = "";
    private String msg = "";
    private String file = "";
    private String function = "";
    private int line;

    /** When. */
    public Time getStamp() {
        return stamp;
    }

    public Log setStamp(Time stamp) {
        this.stamp = Objects.requireNonNull(stamp, "stamp");
        return this;
    }

    /** One of the levels above. */
    public byte getLevel() {
        return level;
    }

    public Log setLevel(byte level) {
        this.level = level;
        return this;
    }

    /** Name of the logger: that of the node. */
    public String getName() {
        return name;
    }

    public Log setName(String name) {
        this.name = Objects.requireNonNull(name, "name");
        return this;
    }

    /** The line. */
    public String getMsg() {
        return msg;
    }

    public Log setMsg(String msg) {
        this.msg = Objects.requireNonNull(msg, "msg");
        return this;
    }

    /** Source file. */
    public String getFile() {
        return file;
    }

    public Log setFile(String file) {
        this.file = Objects.requireNonNull(file, "file");
        return this;
    }

    /** Function in it. */
    public String getFunction() {
        return function;
    }

    public Log setFunction(String function) {
        this.function = Objects.requireNonNull(function, "function");
        return this;
    }

    /** Line in it. */
    public int getLine() {
        return line;
    }

    public Log setLine(int line) {
        this.line = line;
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.message(stamp);
        out.int8(level);
        out.text(name);
        out.text(msg);
        out.text(file);
        out.text(function);
        out.int32(line);
    }

    @Override
    public void decode(CdrReader in) {
        in.message(stamp);
        level = in.int8();
        name = in.text();
        msg = in.text();
        file = in.text();
        function = in.text();
        line = in.int32();
    }
}
