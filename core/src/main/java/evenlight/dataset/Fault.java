package evenlight.dataset;

/**
 * A scene that cannot be used as it lies on disk.
 *
 * @param scene its name
 * @param error one line: what must hold, and what was found where
 */
public record Fault(String scene, String error) {}
