package dev.jink.gazebo.world;

import dev.jink.sim.scene.Dice;
import dev.jink.sim.scene.Material;

/**
 * What a scene's material becomes in Gazebo: one of the pictures that come with Gazebo, tinted. On
 * purpose not our own procedural textures, so that a network trained on those has never seen it.
 *
 * @param picture null = an even surface
 * @param tileM metres that one repetition of the picture covers
 * @param red of the tint; tints multiply the picture and may exceed 1 where it is dark
 */
record Paint(Picture picture, double tileM, double red, double green, double blue) {
    private static final double MOST_TINT = 2.5;

    /** A picture of Gazebo's own media, with its mean level of 0 … 1. */
    enum Picture {
        ROAD("residential.jpg", 0.44),
        FUNGUS("fungus_diffusespecular.png", 0.21),
        CLOUDED("terrain_detail.jpg", 0.85),
        GRANITE("granite.jpg", 0.6),
        GRASS("grass.jpg", 0.35),
        DIRT("dirt_diffusespecular.png", 0.12),
        BRICKS("bricks.png", 0.45),
        CEILING("ceiling_tiled.jpg", 0.92),
        PAVING("sidewalk.jpg", 0.55),
        PARQUET("hardwood_floor.jpg", 0.36),
        BOARDS("wood.jpg", 0.6),
        STEPS("steps.jpeg", 0.5),
        CHESS("com.png", 0.5),
        PLASTER("beigeWall.jpg", 0.9),
        PAINTED("paintedWall.jpg", 0.8);

        final String file;
        final double mean;

        Picture(String file, double mean) {
            this.file = file;
            this.mean = mean;
        }
    }

    /** Same material, same paint. */
    static Paint of(Material material) {
        Dice dice = new Dice(0x5EEDL * 31 + material.seed());
        Picture picture = picture(material, dice);
        double scale = dice.logUniform(0.6, 1.7) / Math.max(0.3, material.perMetre());
        double tile =
                picture == null
                        ? 1
                        : switch (material.pattern()) {
                            case BARK, BIRCH -> dice.logUniform(0.4, 1.5);
                            case FOLIAGE -> dice.logUniform(0.3, 1.5);
                            case LITTER -> dice.logUniform(1, 5);
                            default -> Math.clamp(4 * scale, 0.3, 8);
                        };
        // Displays show about the root of the light: so a dark bark is not black.
        double level = Math.sqrt(material.base()) * (1 + material.emission());
        double tint = Math.min(MOST_TINT, level / (picture == null ? 1 : picture.mean));
        return new Paint(
                picture,
                tile,
                tint * dice.uniform(0.8, 1.2),
                tint * dice.uniform(0.8, 1.2),
                tint * dice.uniform(0.75, 1.2));
    }

    private static Picture picture(Material material, Dice dice) {
        return switch (material.pattern()) {
            case BARK -> dice.pick(Picture.ROAD, Picture.FUNGUS, Picture.CLOUDED, Picture.BOARDS);
            case BIRCH -> dice.pick(Picture.CLOUDED, Picture.GRANITE);
            case BLOBS -> dice.pick(Picture.GRANITE, Picture.CLOUDED, Picture.FUNGUS);
            case FOLIAGE -> dice.pick(Picture.GRASS, Picture.FUNGUS, Picture.CLOUDED);
            case LITTER ->
                    dice.pick(
                            Picture.GRASS,
                            Picture.DIRT,
                            Picture.FUNGUS,
                            Picture.CLOUDED,
                            Picture.GRANITE);
            case BRICKS -> Picture.BRICKS;
            case TILES -> dice.pick(Picture.CEILING, Picture.PAVING);
            case PLANKS -> dice.pick(Picture.PARQUET, Picture.BOARDS);
            case STRIPES -> Picture.STEPS;
            case CHECKS -> Picture.CHESS;
            case WINDOWS -> dice.pick(Picture.CHESS, Picture.PAVING, Picture.BRICKS);
            case FURNISHED_WALL -> dice.pick(Picture.PLASTER, Picture.PAINTED, Picture.CLOUDED);
            case PLAIN -> dice.pick(null, Picture.CLOUDED, Picture.ROAD);
        };
    }

    /** Mean colour, for a renderer that has no such picture: three levels of 0 … 1. */
    double[] mean() {
        double level = picture == null ? 1 : picture.mean;
        return new double[] {
            Math.min(1, red * level), Math.min(1, green * level), Math.min(1, blue * level)
        };
    }

    /** An Ogre material of that name. */
    String script(String name) {
        String colour = Text.n(red, green, blue);
        String texture =
                picture == null ? "" : "      texture_unit { texture " + picture.file + " }\n";
        return """
        material %s {
          technique {
            pass {
              ambient %s
              diffuse %s
              specular 0.05 0.05 0.05 1 10
        %s    }
          }
        }
        """
                .formatted(name, colour, colour, texture);
    }
}
