package evenlight.evaluation;

import evenlight.bracket.Bracket;
import evenlight.dataset.Scene;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.MethodCard.Kind;
import evenlight.image.Image;
import evenlight.image.Image8;
import java.util.concurrent.locks.ReentrantLock;

/** A method of the catalogue. */
public final class MethodContender implements Contender {
  private static final double NANOS = 1e9;

  /** Networks use every core and gigabytes: two at a time gain nothing. */
  private static final ReentrantLock LEARNED = new ReentrantLock();

  private final String id;
  private final FusionMethod method;

  /**
   * Lets a method compete.
   *
   * @param id as tables call it: that of the method, with the options that were chosen
   */
  public MethodContender(String id, FusionMethod method) {
    this.id = id;
    this.method = method;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public boolean covers(Scene scene) {
    return true;
  }

  @Override
  public Result fuse(Scene scene, Bracket bracket) {
    if (method.card().kind() != Kind.LEARNED) {
      return fuse(bracket);
    }
    LEARNED.lock();
    try {
      return fuse(bracket);
    } finally {
      LEARNED.unlock();
    }
  }

  private Result fuse(Bracket bracket) {
    long start = System.nanoTime();
    Image fused = method.fuse(bracket);
    return new Result(Image8.of(fused), (System.nanoTime() - start) / NANOS);
  }

  @Override
  public String fingerprint(Scene scene) {
    return id + ", " + method.fingerprint();
  }
}
