package visualization_msgs.msg;

import builtin_interfaces.msg.Duration;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import geometry_msgs.msg.Point;
import geometry_msgs.msg.Pose;
import geometry_msgs.msg.Vector3;

import sensor_msgs.msg.CompressedImage;

import std_msgs.msg.ColorRGBA;
import std_msgs.msg.Header;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A shape for RViz or Foxglove, as Humble and later have it: before, there were no textures. Received with the bytes of a
 * texture or mesh in it, it is refused: no room is kept for them.
 */
public final class Marker extends WireMessage {

    public static final int ARROW = 0;
    public static final int CUBE = 1;
    public static final int SPHERE = 2;
    public static final int CYLINDER = 3;
    public static final int LINE_STRIP = 4;
    public static final int LINE_LIST = 5;
    public static final int CUBE_LIST = 6;
    public static final int SPHERE_LIST = 7;
    public static final int POINTS = 8;
    public static final int TEXT_VIEW_FACING = 9;
    public static final int MESH_RESOURCE = 10;
    public static final int TRIANGLE_LIST = 11;

    public static final int ADD = 0;
    public static final int DELETE = 2;
    public static final int DELETEALL = 3;

    private static final int LEAST_POINT_BYTES = 24;
    private static final int LEAST_COLOR_BYTES = 16;
    private static final int LEAST_UV_BYTES = 8;

    private Header header = new Header();
    private String ns = "";
    private int id;
    private int type;
    private int action;
    private Pose pose = new Pose();
    private Vector3 scale = new Vector3();
    private ColorRGBA color = new ColorRGBA();
    private Duration lifetime = new Duration();
    private boolean frameLocked;
    private List<Point> points = new ArrayList<>();
    private List<ColorRGBA> colors = new ArrayList<>();
    private String textureResource = "";
    private CompressedImage texture = new CompressedImage();
    private List<UVCoordinate> uvCoordinates = new ArrayList<>();
    private String text = "";
    private String meshResource = "";
    private MeshFile meshFile = new MeshFile();
    private boolean meshUseEmbeddedMaterials;

    /** Stamp and frame of this message. */
    public Header getHeader() {
        return header;
    }

    public Marker setHeader(Header header) {
        this.header = Objects.requireNonNull(header, "header");
        return this;
    }

    /** Namespace of the id. */
    public String getNs() {
        return ns;
    }

    public Marker setNs(String ns) {
        this.ns = Objects.requireNonNull(ns, "ns");
        return this;
    }

    /** Which of that namespace it is: the same one again takes its place. */
    public int getId() {
        return id;
    }

    public Marker setId(int id) {
        this.id = id;
        return this;
    }

    /** One of the shapes above. */
    public int getType() {
        return type;
    }

    public Marker setType(int type) {
        this.type = type;
        return this;
    }

    /** One of the actions above. */
    public int getAction() {
        return action;
    }

    public Marker setAction(int action) {
        this.action = action;
        return this;
    }

    /** Where it is, in its frame. */
    public Pose getPose() {
        return pose;
    }

    public Marker setPose(Pose pose) {
        this.pose = Objects.requireNonNull(pose, "pose");
        return this;
    }

    /** Its size, metres; what each part means is the shape's affair. */
    public Vector3 getScale() {
        return scale;
    }

    public Marker setScale(Vector3 scale) {
        this.scale = Objects.requireNonNull(scale, "scale");
        return this;
    }

    /** Its colour. */
    public ColorRGBA getColor() {
        return color;
    }

    public Marker setColor(ColorRGBA color) {
        this.color = Objects.requireNonNull(color, "color");
        return this;
    }

    /** How long it is shown; 0 = for good. */
    public Duration getLifetime() {
        return lifetime;
    }

    public Marker setLifetime(Duration lifetime) {
        this.lifetime = Objects.requireNonNull(lifetime, "lifetime");
        return this;
    }

    /** Whether it moves with its frame from then on. */
    public boolean getFrameLocked() {
        return frameLocked;
    }

    public Marker setFrameLocked(boolean frameLocked) {
        this.frameLocked = frameLocked;
        return this;
    }

    /** Corners, of shapes that have them. */
    public List<Point> getPoints() {
        return points;
    }

    public Marker setPoints(List<Point> points) {
        this.points = Objects.requireNonNull(points, "points");
        return this;
    }

    /** A colour for each corner, or none. */
    public List<ColorRGBA> getColors() {
        return colors;
    }

    public Marker setColors(List<ColorRGBA> colors) {
        this.colors = Objects.requireNonNull(colors, "colors");
        return this;
    }

    /** Of shapes with a texture. */
    public String getTextureResource() {
        return textureResource;
    }

    public Marker setTextureResource(String textureResource) {
        this.textureResource = Objects.requireNonNull(textureResource, "textureResource");
        return this;
    }

    /** The texture itself. */
    public CompressedImage getTexture() {
        return texture;
    }

    public Marker setTexture(CompressedImage texture) {
        this.texture = Objects.requireNonNull(texture, "texture");
        return this;
    }

    /** Where each corner is in the texture. */
    public List<UVCoordinate> getUvCoordinates() {
        return uvCoordinates;
    }

    public Marker setUvCoordinates(List<UVCoordinate> uvCoordinates) {
        this.uvCoordinates = Objects.requireNonNull(uvCoordinates, "uvCoordinates");
        return this;
    }

    /** Of TEXT_VIEW_FACING. */
    public String getText() {
        return text;
    }

    public Marker setText(String text) {
        this.text = Objects.requireNonNull(text, "text");
        return this;
    }

    /** Of MESH_RESOURCE. */
    public String getMeshResource() {
        return meshResource;
    }

    public Marker setMeshResource(String meshResource) {
        this.meshResource = Objects.requireNonNull(meshResource, "meshResource");
        return this;
    }

    /** The mesh itself. */
    public MeshFile getMeshFile() {
        return meshFile;
    }

    public Marker setMeshFile(MeshFile meshFile) {
        this.meshFile = Objects.requireNonNull(meshFile, "meshFile");
        return this;
    }

    /** Whether its own colours count. */
    public boolean getMeshUseEmbeddedMaterials() {
        return meshUseEmbeddedMaterials;
    }

    public Marker setMeshUseEmbeddedMaterials(boolean meshUseEmbeddedMaterials) {
        this.meshUseEmbeddedMaterials = meshUseEmbeddedMaterials;
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.message(header);
        out.text(ns);
        out.int32(id);
        out.int32(type);
        out.int32(action);
        out.message(pose);
        out.message(scale);
        out.message(color);
        out.message(lifetime);
        out.bool(frameLocked);
        out.messages(points);
        out.messages(colors);
        out.text(textureResource);
        out.message(texture);
        out.messages(uvCoordinates);
        out.text(text);
        out.text(meshResource);
        out.message(meshFile);
        out.bool(meshUseEmbeddedMaterials);
    }

    @Override
    public void decode(CdrReader in) {
        in.message(header);
        ns = in.text();
        id = in.int32();
        type = in.int32();
        action = in.int32();
        in.message(pose);
        in.message(scale);
        in.message(color);
        in.message(lifetime);
        frameLocked = in.bool();
        points = in.messages(points, Point::new, LEAST_POINT_BYTES);
        colors = in.messages(colors, ColorRGBA::new, LEAST_COLOR_BYTES);
        textureResource = in.text();
        in.message(texture);
        uvCoordinates = in.messages(uvCoordinates, UVCoordinate::new, LEAST_UV_BYTES);
        text = in.text();
        meshResource = in.text();
        in.message(meshFile);
        meshUseEmbeddedMaterials = in.bool();
    }
}
