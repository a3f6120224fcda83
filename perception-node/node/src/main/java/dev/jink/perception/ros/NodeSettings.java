package dev.jink.perception.ros;

import dev.jink.perception.PipelineSettings;
import dev.jink.perception.sight.ModelTrust;

import java.nio.file.Path;

/**
 * What the parameters say, put in order.
 *
 * @param model the model file
 * @param trust which model may fly
 * @param controller what takes the commands
 * @param compressed whether pictures come as CompressedImage
 * @param cameraInfoFile calibration from a file; null = from the topic
 * @param baseFrame frame_id of commands and obstacles
 * @param cameraFrame the camera's optical frame in tf; empty = not published
 * @param warmUpNanos the longest warm-up
 * @param realtime whether to ask for real-time priority
 */
record NodeSettings(
        Path model,
        ModelTrust trust,
        ControllerSettings controller,
        boolean compressed,
        Path cameraInfoFile,
        String baseFrame,
        String cameraFrame,
        long warmUpNanos,
        boolean realtime,
        PipelineSettings pipeline) {}
