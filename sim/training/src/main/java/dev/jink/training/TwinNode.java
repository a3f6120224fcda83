package dev.jink.training;

import dev.jink.benchmarks.FloatTwin;
import dev.jink.perception.ros.PerceptionNode;

/**
 * The perception node with the float twin of its network on ONNX Runtime in the engine's place: for
 * {@code jink profile --network float-twin}, never for flight. Everything else is the node, and what
 * it steers by is what the engine saw at the start.
 */
final class TwinNode {
    private TwinNode() {}

    public static void main(String[] arguments) {
        System.out.println("jink: MEASURING: the network is a float twin and sees nothing");
        PerceptionNode.start(arguments, FloatTwin::of);
    }
}
