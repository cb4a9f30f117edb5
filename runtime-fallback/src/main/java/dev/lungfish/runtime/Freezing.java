package dev.lungfish.runtime;

import dev.lungfish.runtime.count.RegionState;
import dev.lungfish.runtime.graph.FreezeCheck;
import dev.lungfish.runtime.graph.FrozenSet;
import dev.lungfish.runtime.graph.Guide.Step;
import dev.lungfish.runtime.graph.Walk;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One freeze: collect, decide, then publish. Child regions that the graph reaches freeze along; they
 * end only after everything was found to be freezable.
 */
final class Freezing implements FreezeCheck.Handles {
  /** Answers questions about graphs with handles in them: a frozen child is frozen, a live handle is not. */
  static final FreezeCheck.Handles QUESTION =
      new FreezeCheck.Handles() {
        @Override
        public Step meet(Object handle, Walk walk) {
          return hasFrozen(handle) ? Step.STOP : Step.REFUSE;
        }

        @Override
        public Object contentOf(Object handle) {
          return null;
        }
      };

  private static boolean hasFrozen(Object handle) {
    return handle instanceof Child<?> child && child.isFrozen() || handle instanceof Region<?> region && region.isFrozen();
  }

  private final FreezeCheck.Proof proof;
  private final String regionName;
  private final FreezeCheck check;
  /** Regions that end with this freeze, and their edges. */
  private Map<RegionState, Object> ending = Map.of();
  /** What conversions made of the content of edges. */
  private Map<Object, Object> contents = Map.of();
  /** The region that is frozen as a whole; its children need no permission of their own. */
  private final RegionState whole;

  private Freezing(FreezeCheck.Proof proof, RegionState whole, boolean convert) {
    this.proof = proof;
    this.whole = whole;
    this.regionName = whole == null ? null : whole.name();
    this.check = new FreezeCheck(proof, this, convert);
  }

  static <T> T graph(T root, FreezeCheck.Proof proof) {
    if (FreezeCheck.isClosed(root)) {
      return root;
    }
    Freezing freezing = new Freezing(proof, null, true);
    T result = freezing.root(root, null);
    freezing.publish(result);
    return result;
  }

  /** Throws unless the value is frozen already; freezes nothing. */
  static void requireFrozen(Object value) {
    FreezeCheck question = new FreezeCheck(FreezeCheck.Proof.STRUCTURE, QUESTION, false);
    if (!question.allows(value)) {
      throw Failures.notFreezable(null, value, question.blocker(), question.path(null), question.why());
    }
  }

  static <T> T region(Region<T> region, T content, FreezeCheck.Proof proof) {
    RegionState state = region.state();
    Freezing freezing = new Freezing(proof, state, true);
    T result = freezing.root(content, null);
    freezing.childrenOutsideTheGraph(state);
    region.endFrozen();
    freezing.publish(result);
    return result;
  }

  /** Decides about a root, with its conversion if it has one. The object as it is comes first. */
  @SuppressWarnings("unchecked") // a conversion is registered together with the class of its argument
  private <T> T root(T root, String rootName) {
    UnaryOperator<?> conversion = FreezeCheck.conversionFor(root);
    if (conversion == null) {
      require(root, root, rootName);
      return root;
    }
    T converted = convert((UnaryOperator<T>) conversion, root, rootName);
    if (converted == root || FreezeCheck.isFrozen(root, QUESTION)) {
      require(root, root, rootName);
      return root;
    }
    require(root, converted, rootName);
    return converted;
  }

  private <T> T convert(UnaryOperator<T> conversion, T root, String rootName) {
    T converted;
    try {
      converted = conversion.apply(root);
    } catch (RuntimeException e) {
      throw failedConversion(root, rootName, "its conversion failed: " + e, e);
    }
    if (converted == null) {
      throw failedConversion(root, rootName, "its conversion returned null", null);
    }
    return converted;
  }

  private NotFreezableException failedConversion(Object root, String rootName, String why, RuntimeException cause) {
    String path = rootName == null ? root.getClass().getSimpleName() : rootName;
    NotFreezableException failure = Failures.notFreezable(regionName, root, root, path, why);
    failure.initCause(cause);
    return failure;
  }

  private void require(Object root, Object checked, String rootName) {
    if (!check.allows(checked)) {
      NotFreezableException failure =
          Failures.notFreezable(regionName, root, check.blocker(), check.path(rootName), check.why());
      if (check.thrownByConversion() != null) {
        failure.initCause(check.thrownByConversion());
      }
      throw failure;
    }
  }

  /** The whole region freezes: also children whose edge is kept elsewhere than in the content. */
  private void childrenOutsideTheGraph(RegionState state) {
    List<RegionState> below = new ArrayList<>();
    state.forEachBelow(below::add);
    for (RegionState child : below) {
      Object edge = child == state || ending.containsKey(child) || child.edge() == null ? null : child.edge().get();
      if (edge != null) {
        ends(child, edge);
        Object content = contentOf(edge);
        contents = contents.isEmpty() ? new IdentityHashMap<>() : contents;
        contents.put(edge, root(content, "child region " + Failures.quote(child.name()) + ": "
            + content.getClass().getSimpleName()));
      }
    }
  }

  @Override
  public Step meet(Object handle, Walk walk) {
    if (hasFrozen(handle)) {
      return Step.STOP;
    }
    if (handle instanceof Child<?> child) {
      return child.tomb() != null ? Step.REFUSE : end(child.enter(), child);
    }
    if (handle instanceof Region<?> region) {
      boolean isEdge = region.tomb() != null && region.content() != null && isWithinWhole(region.state());
      if (!isEdge && region.tomb() != null) {
        return Step.REFUSE;
      }
      return end(isEdge ? region.state() : region.enter(), region);
    }
    return Step.REFUSE;
  }

  private boolean isWithinWhole(RegionState state) {
    return whole != null && state != whole && state.isWithin(whole);
  }

  private Step end(RegionState region, Object edge) {
    if (region.isOpen()) {
      throw Failures.open("freeze", region);
    }
    ends(region, edge);
    return Step.ENTER;
  }

  /** Most graphs hold no region: the map is made for the first. */
  private void ends(RegionState region, Object edge) {
    ending = ending.isEmpty() ? new LinkedHashMap<>() : ending;
    ending.put(region, edge);
  }

  @Override
  public Object contentOf(Object handle) {
    return handle instanceof Child<?> child ? child.content() : ((Region<?>) handle).content();
  }

  /** Nothing can fail any more: ends the regions and remembers what classes do not tell. */
  private void publish(Object result) {
    ending.forEach((region, edge) -> {
      if (region.parent() != null && !isWithinWhole(region)) {
        region.detach(Thread.currentThread());
      }
      if (edge instanceof Child<?> child) {
        child.freeze(contents.getOrDefault(child, child.content()));
      } else if (edge instanceof Region<?> handle) {
        handle.endFrozen();
      }
    });
    Walk walk = check.walk();
    for (int i = 0; proof == FreezeCheck.Proof.OWNERSHIP && i < walk.size(); i++) {
      FrozenSet.add(walk.node(i));
    }
    if (FreezeCheck.isWorthRemembering(result)) {
      FrozenSet.add(result);
    }
    // What is frozen may be published through a race. Final fields are safe by themselves, others need this:
    // all writes to the graph come before whatever write shows it to another thread.
    VarHandle.releaseFence();
  }
}
