package evenlight.torch.block;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Module;

/**
 * A module that holds what lies in it and has no field of its own: modules that only give others
 * their names, and layers that exist but are never used.
 *
 * <p>libtorch keeps a registered module, but not the Java object before it: that is collected
 * unless somebody holds it, and what libtorch then asks of all modules, such as to go into
 * evaluation mode, fails.
 */
public abstract class HoldingModule extends Module {
  private final List<Module> held = new ArrayList<>();

  /** A module without parts. */
  protected HoldingModule() {}

  /**
   * Registers a module and holds it.
   *
   * @param owner this module or one that it holds
   */
  public final <M extends Module> M hold(Module owner, String name, M module) {
    M registered = owner.register_module(name, module);
    held.add(registered);
    return registered;
  }

  /** Registers a module that gives others its name. */
  public final Module group(Module owner, String name) {
    return hold(owner, name, new Module());
  }
}
