package dev.jink.sim.scene;

/** A convex solid in the world frame (ENU, metres). Immutable. */
public sealed interface Shape permits Box, Ellipsoid, Frustum, Capsule {
    /** Signed distance from a point to the surface in metres, negative inside. */
    double distance(double x, double y, double z);

    double centreX();

    double centreY();

    double centreZ();

    /** Radius of a sphere around the centre that holds the whole shape. */
    double boundM();

    /** Height above the ground of the highest point. */
    double topM();
}
