/**
 * The training room: from rendered scenes to the model file that flies, and how good it is.
 *
 * <p>The line, one class per word:
 *
 * <pre>
 *   SceneFrames   light and truth from the world
 *   FramePool     kept on disk, for every epoch and every run
 *   Darkroom      as a camera by chance would have seen it
 *   Batch         in native memory
 *   Trainer       libtorch: twin first, then one bit
 *   Export        the engine's layers
 *   Score         on scenes never seen
 *   ModelCard     beside the model
 * </pre>
 *
 * <p>{@link dev.jink.training.TrainCommand} and {@link dev.jink.training.EvalCommand} are the
 * doors. This room knows the simulator, the node's sight and the engine; nobody but the launcher
 * and the fleet may know it, and nothing of it, libtorch least of all, goes on board.
 *
 * <p>Reproducible by construction: a frame depends on (seed, number), a batch on (seed, step), both
 * on nothing else; so threads may finish in any order and a resumed run sees what an uninterrupted
 * one sees. Native memory lives between the brackets of {@code Torch}.
 */
package dev.jink.training;
