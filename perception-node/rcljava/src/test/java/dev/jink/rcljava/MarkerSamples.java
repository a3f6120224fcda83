package dev.jink.rcljava;

import geometry_msgs.msg.Point;

import std_msgs.msg.ColorRGBA;

import visualization_msgs.msg.Marker;
import visualization_msgs.msg.MarkerArray;
import visualization_msgs.msg.UVCoordinate;

import java.util.List;
import java.util.Random;

/** Markers of random content, with every field in use. */
final class MarkerSamples {
    private final Random random;

    MarkerSamples(Random random) {
        this.random = random;
    }

    MarkerArray array() {
        return new MarkerArray().setMarkers(List.of(marker(), new Marker(), marker()));
    }

    private Marker marker() {
        Marker marker =
                new Marker()
                        .setNs("rays")
                        .setId(random.nextInt())
                        .setType(Marker.LINE_LIST)
                        .setAction(Marker.DELETE)
                        .setColor(colour())
                        .setFrameLocked(random.nextBoolean())
                        .setPoints(List.of(point(), point(), point()))
                        .setColors(List.of(colour()))
                        .setTextureResource("embedded://wood")
                        .setUvCoordinates(List.of(new UVCoordinate().setU(random.nextFloat())))
                        .setText("é")
                        .setMeshResource("")
                        .setMeshUseEmbeddedMaterials(random.nextBoolean());
        marker.getHeader().setFrameId("base_link").getStamp().setSec(random.nextInt());
        marker.getPose().getOrientation().setW(random.nextGaussian());
        marker.getScale().setX(random.nextGaussian());
        marker.getLifetime().setNanosec(random.nextInt());
        marker.getTexture().setFormat("png");
        marker.getMeshFile().setFilename("tree.stl");
        return marker;
    }

    private Point point() {
        return new Point().setX(random.nextGaussian()).setY(random.nextGaussian());
    }

    private ColorRGBA colour() {
        return new ColorRGBA().setR(random.nextFloat()).setA(random.nextFloat());
    }
}
